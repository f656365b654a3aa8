// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
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

    function test_settle_notFromIdleNorTooEarly() external {
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Idle));
        callVault.settleEpoch();
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        uint256 clearEnd = callVault.epoch().clearEnd;
        vm.warp(clearEnd);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_SaleOpen.selector, clearEnd));
        callVault.settleEpoch();
        vm.warp(clearEnd + 1);
        callVault.settleEpoch();
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_NoSettlementPrice.selector, expiry));
        callVault.settleEpoch();
    }

    function test_settle_unsoldNeedsNoPrice() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        clear(callVault);
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Selling));
        feed.setDown(true);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.EpochSettled(1, 0, 10e18, 0, 0, 0, 0, 0, 1e18, 1e18, 0, 0);
        callVault.settleEpoch();
        assertEq(weth.balanceOf(address(callVault)), 10e18);
        assertEq(callVault.totalAssets(), 10e18);
        assertEq(uint256(callVault.idleSince()), block.timestamp);
        assertFalse(house.isAccountOperator(address(callVault), address(book)));
    }

    function test_settle_unclearedTakesThePowerFromTheQuoteBook() external {
        enter(callVault, alice, 10e18);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.warp(uint256(callVault.epoch().clearEnd) + 1);
        callVault.settleEpoch();
        assertFalse(house.isAccountOperator(address(callVault), address(book)));
        assertEq(weth.balanceOf(address(callVault)), 10e18);
    }

    function test_settle_coveredCallPaysTheHolders() external {
        enter(callVault, alice, 10e18);
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        assertEq(callVault.totalAssets(), 11e18);
        request(callVault, bob, 4e18);
        requestRedeem(callVault, alice, 1e18);
        fixPrice(expiry, 4_000e8);
        // 10 calls owe 10 · 700 / 4000 = 1.75; left 9.25 and a millionth over 10 and a millionth shares
        vm.expectEmit(address(callVault));
        emit IStrategyVault.EpochSettled(1, 4_000e8, 10e18, 1e18, 1.75e18, 0, 0, 0, 0.925e18, 1e18, 4e18, 0.925e18);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 12.325e18);
        assertEq(uint256(callVault.epoch().phase), uint256(Phase.Idle));
        assertEq(claimAssets(callVault, alice), 0.925e18);
        assertEq(claimShares(callVault, bob), uint256(4e18) * 1e18 / 0.925e18);
    }

    function test_settle_ironCondorLosesItsWingAtMost() external {
        enter(condorVault, alice, 10_000e6);
        sellAll(condorVault, condorStrikes(), 40e6);
        assertEq(condorVault.epoch().sizeSold, 50e18);
        settleAt(condorVault, 2_000e8);
        assertEq(condorVault.totalAssets(), 2_000e6, "50 packages: 200 lost, 40 earned each");
        assertEq(condorVault.sharePrice(), 0.2e18);
        sellAll(condorVault, condorStrikes(), 40e6);
        settleAt(condorVault, 3_000e8);
        assertEq(condorVault.totalAssets(), 2_400e6);
        assertEq(condorVault.epoch().number, 2);
    }

    function test_settle_whoeverSettledTheAccountBefore() external {
        enter(callVault, alice, 10e18);
        uint64 expiry = sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        fixPrice(expiry, 4_000e8);
        Account memory account = callVault.marginAccount();
        vm.prank(mallory);
        house.settleAccount(account);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 9.25e18);
    }

    function test_settle_countsAGiftToItsAccount() external {
        enter(callVault, alice, 10e18);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.1e18);
        Account memory account = callVault.marginAccount();
        weth.mint(mallory, 2e18);
        vm.startPrank(mallory);
        weth.approve(address(house), 2e18);
        house.depositCollateral(account, 2e18);
        vm.stopPrank();
        fixPrice(account.expiry, SPOT);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.MarginSurplus(1, 2e18);
        callVault.settleEpoch();
        assertEq(callVault.totalAssets(), 13e18);
    }

    function test_settle_almostEverythingLostIsNotTheEnd() external {
        enter(putVault, alice, 27_000e6);
        sellAll(putVault, strikesOf(2_700e8), 0);
        request(putVault, bob, 1_000e6);
        requestRedeem(putVault, alice, 2_700e18);
        settleAt(putVault, 1e8); // 10 puts owe 2,699 each
        assertFalse(putVault.isDead());
        assertEq(putVault.sharePrice(), 370370370370370);
        assertEq(putVault.depositPrice(), 370370370370371);
        assertEq(claimAssets(putVault, alice), 999_999, "1 less the rounding");
        assertEq(claimShares(putVault, bob), uint256(1_000e18) * 1e18 / 370370370370371);
    }

    function test_dead_takesNoDepositsAgain() external {
        StrategyVault vault = _deadVault();
        assertTrue(vault.isDead());
        assertEq(vault.sharePrice(), 0);
        assertEq(vault.totalAssets(), 0);
        assertEq(vault.convertToShares(1e18), 0);
        assertEq(vault.convertToAssets(1e18), 0);
        assertEq(requestsOf(vault, bob).refundableAssets, 1_000e6, "what waited comes back");
        assertEq(requestsOf(vault, bob).claimableDepositAssets, 0);
        vm.prank(bob);
        assertEq(vault.cancelDeposit(bob, bob), 1_000e6);
        assertEq(claimAssets(vault, alice), 0, "redeemed at nothing");
        usdc.mint(carol, 100e6);
        vm.startPrank(carol);
        usdc.approve(address(vault), 100e6);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_Dead.selector));
        vault.requestDeposit(100e6, carol, carol);
        vm.stopPrank();
        requestRedeem(vault, alice, vault.balanceOf(alice));
        closeEmpty(vault);
        assertEq(vault.totalSupply(), 0);
        assertTrue(vault.isDead());
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_Dead.selector));
        vm.prank(carol);
        vault.requestDeposit(100e6, carol, carol);
    }

    function test_closeEmpty_afterTheWindowByAnyone() external {
        request(callVault, alice, 1e18);
        uint256 until = START + 3 days;
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OpenWindowRunning.selector, until));
        callVault.closeEmptyEpoch();
        vm.warp(until);
        vm.expectEmit(address(callVault));
        emit IStrategyVault.RequestsExecuted(0, 1e18, 1e18, 0);
        vm.prank(mallory);
        callVault.closeEmptyEpoch();
        assertEq(uint256(callVault.idleSince()), until);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_OpenWindowRunning.selector, until + 3 days));
        callVault.closeEmptyEpoch();
        open(callVault, strikesOf(CALL_STRIKE), 0);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_WrongPhase.selector, Phase.Selling));
        callVault.closeEmptyEpoch();
    }

    /// @dev A condor beyond its wing, sold for nothing.
    function _deadVault() private returns (StrategyVault vault) {
        vault = condorVault;
        enter(vault, alice, 10_000e6);
        sellAll(vault, condorStrikes(), 0);
        request(vault, bob, 1_000e6);
        requestRedeem(vault, alice, 100e18);
        settleAt(vault, 2_000e8);
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
