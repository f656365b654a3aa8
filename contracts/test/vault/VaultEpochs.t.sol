// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyPolicy, Terms} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch, IStrategyVault, Phase, VaultConfig} from "../../src/vault/IStrategyVault.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {TestToken} from "../base/TestToken.sol";
import {VaultTest} from "./VaultTest.sol";

contract VaultEpochsTest is VaultTest {
    function test_constructor_refusesAnUnfitAsset() external {
        TestToken strange = new TestToken("Strange", "S", 18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_UnfitAsset.selector, address(strange), 18));
        newVault(strange, callPolicy);
        _expectUnfitDecimals(5);
        _expectUnfitDecimals(19);
    }

    function test_constructor_startsIdleAtPriceOne() external view {
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Idle));
        assertEq(uint256(callVault.epoch().number), 0);
        assertEq(callVault.sharePrice(), 1e18);
        assertEq(callVault.depositPrice(), 1e18);
        assertEq(callVault.highWaterMark(), 1e18);
        assertEq(uint256(callVault.idleSince()), START);
        assertEq(callVault.batch(), 0);
        assertEq(callVault.terms().minRequest, 1e15);
        assertEq(callVault.policy(), address(callPolicy));
        assertEq(callVault.clearinghouse(), address(house));
        assertEq(callVault.quoteBook(), address(book));
        assertEq(callVault.underlying(), address(weth));
        assertEq(callVault.quote(), address(usdc));
    }

    function test_openEpoch_isTheCurators() external {
        enter(callVault, alice, 1e18);
        uint64 expiry = nextExpiry();
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OnlyCurator.selector, alice, curator));
        vm.prank(alice);
        callVault.openEpoch(strikesOf(CALL_STRIKE), expiry, 0);
    }

    function test_openEpoch_onlyFromIdle() external {
        enter(callVault, alice, 1e18);
        uint64 expiry = open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Selling));
        vm.prank(curator);
        callVault.openEpoch(strikesOf(CALL_STRIKE), expiry, 0);
    }

    function test_openEpoch_staysInsideThePolicy() external {
        enter(callVault, alice, 1e18);
        uint64 expiry = nextExpiry();
        vm.startPrank(curator);
        vm.expectPartialRevert(IStrategyPolicy.StrategyPolicy_StrikeOutOfBounds.selector);
        callVault.openEpoch(strikesOf(6_001e8), expiry, 0);
        vm.expectPartialRevert(IStrategyPolicy.StrategyPolicy_Tenor.selector);
        callVault.openEpoch(strikesOf(CALL_STRIKE), expiry + 14 days, 0);
        vm.stopPrank();
    }

    function test_openEpoch_needsSharesAndAssets() external {
        uint64 expiry = nextExpiry();
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_NothingToSell.selector, 0, 0, uint256(1e18))
        );
        vm.prank(curator);
        callVault.openEpoch(strikesOf(CALL_STRIKE), expiry, 0);
    }

    function test_openEpoch_executesWhatWasRequestedInIdle() external {
        request(callVault, alice, 5e18);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.RequestsExecuted(0, 1e18, 5e18, 0);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        assertEq(callVault.batch(), 1);
        assertEq(claimShares(callVault, alice), 5e18);
        assertEq(callVault.epoch().assetsAtOpen, 5e18);
    }

    function test_openEpoch_placesExactlyTheCover() external {
        request(condorVault, alice, 10_000e6);
        Terms memory terms = condorPolicy.terms();
        terms.maxLossBps = 2_500;
        condorPolicy.setTerms(terms);
        uint64 expiry = nextExpiry();
        vm.expectEmit(address(condorVault));
        emit IStrategyVault.EpochOpened(
            1, condorStrikes(), expiry, uint64(START + 1 hours), 12.5e18, 7e6, SPOT, 10_000e6
        );
        open(condorVault, condorStrikes(), 7e6);
        Epoch memory epoch = condorVault.epoch();
        assertEq(epoch.sizeOffered, 12.5e18, "a quarter of 10,000 over 200 a package");
        assertEq(house.collateralOf(condorVault.marginAccount()), 2_500e6);
        assertEq(usdc.balanceOf(address(condorVault)), 7_500e6);
        assertEq(condorVault.totalAssets(), 10_000e6);
        assertEq(uint256(epoch.phase), uint256(Phase.Selling));
        assertEq(uint256(epoch.openedAt), START);
        assertEq(uint256(epoch.saleEnd), START + 1 hours);
        assertEq(uint256(epoch.clearEnd), START + 2 hours);
        assertEq(epoch.spotAtOpen, SPOT);
        assertEq(epoch.floorPerUnit, 7e6);
        assertEq(epoch.strikes, condorStrikes());
        assertEq(epoch.seriesIds.length, 4);
        for (uint256 i; i < 4; ++i) {
            assertEq(house.seriesOf(epoch.seriesIds[i]).strike, condorStrikes()[i]);
            assertEq(house.seriesOf(epoch.seriesIds[i]).isPut, i < 2);
            assertTrue(house.seriesOf(epoch.seriesIds[i]).fullyBacked);
        }
        assertTrue(house.isAccountOperator(address(condorVault), address(book)));
    }

    function test_openEpoch_copiesTheTerms() external {
        request(callVault, alice, 1e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        Terms memory changed = callPolicy.terms();
        changed.minRequest = 2e18;
        changed.cap = 0;
        callPolicy.setTerms(changed);
        assertEq(callVault.terms().minRequest, 1e15);
        request(callVault, bob, 1e18);
        vm.warp(START + 2 hours + 1);
        callVault.settleEpoch();
        assertEq(callVault.maxDeposit(bob), 1e18, "the cap of the epoch, not the new one");
    }

    function test_record_isTheQuoteBooks() external {
        enter(callVault, alice, 1e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.startPrank(mallory);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OnlyQuoteBook.selector, mallory));
        callVault.recordSale(mallory, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OnlyQuoteBook.selector, mallory));
        callVault.recordClear();
        vm.stopPrank();
    }

    function test_record_onlyWhileTheSaleCanBeCleared() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Idle));
        vm.prank(address(book));
        callVault.recordClear();
        enter(callVault, alice, 1e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        uint256 saleEnd = callVault.epoch().saleEnd;
        uint256 clearEnd = callVault.epoch().clearEnd;
        vm.startPrank(address(book));
        vm.warp(saleEnd - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyVault.StrategyVault_NotClearing.selector, saleEnd, clearEnd, block.timestamp
            )
        );
        callVault.recordClear();
        vm.warp(clearEnd + 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStrategyVault.StrategyVault_NotClearing.selector, saleEnd, clearEnd, block.timestamp
            )
        );
        callVault.recordSale(maker, 1, 0);
        vm.warp(clearEnd);
        callVault.recordClear();
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_AlreadyCleared.selector));
        callVault.recordSale(maker, 1, 0);
        vm.stopPrank();
    }

    function test_recordSale_refusesWhatWasNotOffered() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0.01e18);
        vm.warp(callVault.epoch().saleEnd);
        vm.startPrank(address(book));
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_ZeroAmount.selector));
        callVault.recordSale(maker, 0, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsOffer.selector, 10e18 + 1, uint256(10e18))
        );
        callVault.recordSale(maker, 10e18 + 1, 1e18);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_PremiumBelowFloor.selector, 0.01e18, 0.01e18 + 1)
        );
        callVault.recordSale(maker, 1e18 + 1, 0.01e18);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_PremiumMissing.selector, 0, uint256(0.01e18))
        );
        callVault.recordSale(maker, 1e18, 0.01e18);
        vm.stopPrank();
        weth.mint(address(callVault), 0.01e18);
        vm.startPrank(address(book));
        vm.expectEmit(address(callVault));
        emit IStrategyVault.OptionsSold(1, maker, 1e18, 0.01e18);
        callVault.recordSale(maker, 1e18, 0.01e18);
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_ExceedsOffer.selector, 9e18 + 1, uint256(9e18))
        );
        callVault.recordSale(maker, 9e18 + 1, 1e18);
        vm.stopPrank();
        assertEq(callVault.totalAssets(), 10.01e18);
        assertEq(callVault.sharePrice(), 1e18, "until the settlement");
    }

    function test_clear_makesTheVaultLive() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        bid(callVault, 4e18, 0.1e18);
        vm.warp(callVault.epoch().saleEnd);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.SaleCleared(1, 4e18, 0.4e18);
        book.clear(address(callVault));
        Epoch memory epoch = callVault.epoch();
        assertEq(uint256(epoch.phase), uint256(Phase.Live));
        assertTrue(epoch.cleared);
        assertEq(epoch.sizeSold, 4e18);
        assertEq(epoch.premium, int256(0.4e18));
        assertFalse(house.isAccountOperator(address(callVault), address(book)));
    }

    function _expectUnfitDecimals(uint8 decimals) private {
        TestToken odd = new TestToken("Odd", "ODD", decimals);
        VaultConfig memory config = VaultConfig(
            "n", "s", address(odd), address(weth), address(odd), address(house), address(book), address(callPolicy)
        );
        vm.expectRevert(
            abi.encodeWithSelector(IStrategyVault.StrategyVault_UnfitAsset.selector, address(odd), uint256(decimals))
        );
        new StrategyVault(config);
    }
}
