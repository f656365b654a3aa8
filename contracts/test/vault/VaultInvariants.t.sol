// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {Phase, Requests} from "../../src/vault/IStrategyVault.sol";
import {StrategyPolicy} from "../../src/vault/StrategyPolicy.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {Ledger, Stage, VaultHandler} from "./VaultHandler.sol";
import {VaultTest} from "./VaultTest.sol";

/// @dev Invariants 4 to 7 over whole epochs, on the real clearinghouse, oracle and quote book.
abstract contract VaultInvariants is VaultTest {
    VaultHandler internal handler;
    StrategyVault internal vault;

    function _begin(StrategyVault vault_, uint256[] memory strikes) internal {
        vault = vault_;
        handler = new VaultHandler(
            Stage(vault_, StrategyPolicy(vault_.policy()), book, oracle, feed, curator, maker, strikes)
        );
        bytes4[] memory functions = new bytes4[](11);
        functions[0] = VaultHandler.requestDeposit.selector;
        functions[1] = VaultHandler.cancelDeposit.selector;
        functions[2] = VaultHandler.claimShares.selector;
        functions[3] = VaultHandler.requestRedeem.selector;
        functions[4] = VaultHandler.cancelRedeem.selector;
        functions[5] = VaultHandler.claimAssets.selector;
        functions[6] = VaultHandler.donate.selector;
        functions[7] = VaultHandler.changeTerms.selector;
        functions[8] = VaultHandler.advance.selector;
        functions[9] = VaultHandler.advance.selector;
        functions[10] = VaultHandler.advance.selector;
        targetOnly(address(handler), functions);
    }

    function invariant_4_assetsAreIdleMarginAndReserves() external view {
        (uint256 pendingDeposits, uint256 pendingRedemptions) = vault.pendingTotals();
        (uint256 redemptions, uint256 refunds) = vault.claimableReserves();
        uint256 margin = vault.epoch().phase == Phase.Idle ? 0 : house.collateralOf(vault.marginAccount());
        uint256 held = handler.asset().balanceOf(address(vault)) - handler.gifts();
        assertEq(held, vault.totalAssets() - margin + pendingDeposits + redemptions + refunds, "to the unit");
        Requests memory all;
        for (uint256 i; i < 4; ++i) {
            Requests memory own = vault.requestsOf(handler.actors(i));
            all.pendingDepositAssets += own.pendingDepositAssets;
            all.pendingRedeemShares += own.pendingRedeemShares;
            all.refundableAssets += own.refundableAssets;
            all.claimableRedeemAssets += own.claimableRedeemAssets;
            all.refundableShares += own.refundableShares;
            all.claimableDepositShares += own.claimableDepositShares;
        }
        assertEq(all.pendingDepositAssets, pendingDeposits);
        assertEq(all.pendingRedeemShares, pendingRedemptions);
        assertGe(redemptions, all.claimableRedeemAssets, "every claim is covered");
        assertGe(refunds, all.refundableAssets, "every refund is covered");
        assertLe(redemptions - all.claimableRedeemAssets, 4 * handler.executions(), "by no more than rounding");
        assertLe(refunds - all.refundableAssets, 4 * handler.executions());
        assertGe(
            vault.balanceOf(address(vault)),
            all.pendingRedeemShares + all.refundableShares + all.claimableDepositShares,
            "and every share"
        );
    }

    function invariant_5_thePriceChangesAtSettlementsOnly() external view {
        assertFalse(handler.priceMovedOutsideSettlement());
        assertFalse(handler.priceGivenAway());
        if (vault.epoch().phase == Phase.Idle) {
            assertLe(vault.convertToAssets(vault.totalSupply()), vault.totalAssets(), "all shares can be paid");
        }
        assertLe(vault.depositPrice() - vault.sharePrice(), 1);
        assertGe(vault.highWaterMark(), vault.sharePrice());
    }

    function invariant_6_whatWasDepositedIsAccountedFor() external view {
        for (uint256 i; i < 4; ++i) {
            address actor = handler.actors(i);
            Ledger memory ledger = handler.ledgerOf(actor);
            Requests memory own = vault.requestsOf(actor);
            assertEq(
                ledger.deposited,
                own.pendingDepositAssets + own.claimableDepositAssets + own.refundableAssets + ledger.claimedAssets
                    + ledger.refundedAssets,
                "assets"
            );
            assertEq(
                ledger.asked,
                own.pendingRedeemShares + own.claimableRedeemShares + own.refundableShares + ledger.redeemedShares
                    + ledger.returnedShares,
                "shares"
            );
        }
    }

    /// @dev Everybody asks for everything; then the feed, the curator, the maker and the keeper are dead, and a stranger alone acts.
    function invariant_7_everybodyCanLeaveFromEveryState() external {
        if (vault.epoch().phase == Phase.Idle) {
            Account memory account = vault.marginAccount();
            (uint256[] memory seriesIds,) = house.positionsOf(account);
            assertEq(seriesIds.length, 0, "no options across epochs");
            assertEq(house.collateralOf(account), 0);
        }
        uint256 snapshot = vm.snapshotState();
        for (uint256 i; i < 4; ++i) {
            _askForEverything(handler.actors(i));
        }
        feed.setDown(true);
        vm.startPrank(mallory);
        Phase phase = vault.epoch().phase;
        if (phase == Phase.Live) _settleWithoutFeed();
        if (phase == Phase.Selling) vm.warp(uint256(vault.epoch().clearEnd) + 1);
        if (phase == Phase.Idle) vm.warp(uint256(vault.idleSince()) + vault.terms().openWindow);
        if (phase == Phase.Idle) vault.closeEmptyEpoch();
        else vault.settleEpoch();
        vm.stopPrank();
        for (uint256 i; i < 4; ++i) {
            _takeEverything(handler.actors(i));
        }
        assertEq(_heldShares(), 0, "nobody holds anything any more");
        vm.revertToState(snapshot);
    }

    /// @dev The runs are worth something only when epochs really go by.
    function afterInvariant() external view {
        assertGe(handler.settlements() + handler.closings(), 2, "too few executions");
        assertGe(handler.done() * 3, handler.calls(), "too few calls did anything");
    }

    function _askForEverything(address actor) private {
        Requests memory own = vault.requestsOf(actor);
        vm.startPrank(actor);
        if (own.pendingDepositAssets > 0) vault.cancelDepositRequest(0, actor);
        if (own.claimableDepositShares > 0) vault.mint(own.claimableDepositShares, actor, actor);
        uint256 shares = vault.balanceOf(actor);
        if (shares > 0) vault.requestRedeem(shares, actor, actor);
        vm.stopPrank();
    }

    function _takeEverything(address actor) private {
        Requests memory own = vault.requestsOf(actor);
        uint256 before = handler.asset().balanceOf(actor);
        vm.startPrank(actor);
        if (own.claimableRedeemShares > 0) vault.redeem(own.claimableRedeemShares, actor, actor);
        if (own.refundableAssets > 0) vault.claimCancelDepositRequest(0, actor, actor);
        if (own.refundableShares > 0) vault.claimCancelRedeemRequest(0, actor, actor);
        vm.stopPrank();
        uint256 due = own.claimableRedeemAssets * (own.claimableRedeemShares > 0 ? 1 : 0) + own.refundableAssets;
        assertEq(handler.asset().balanceOf(actor) - before, due, "and gets all of it");
        assertEq(own.pendingRedeemShares, 0, "nothing waits any longer");
    }

    /// @dev Seven days after the expiry the oracle names the last round that it still knows of, and takes it from anyone.
    function _settleWithoutFeed() private {
        uint64 expiry = vault.epoch().expiry;
        vm.warp(expiry + 7 days);
        bytes memory ask = abi.encodeCall(
            ISettlementOracle.settleFromLastRound, (address(weth), address(usdc), expiry, type(uint80).max, false)
        );
        (bool settled, bytes memory answer) = address(oracle).call(ask);
        assertFalse(settled, "no round has this id");
        bytes memory named = new bytes(64);
        for (uint256 i; i < 64; ++i) {
            named[i] = answer[i + 4];
        }
        (uint80 roundId, bool ofSecond) = abi.decode(named, (uint80, bool));
        oracle.settleFromLastRound(address(weth), address(usdc), expiry, roundId, ofSecond);
    }

    function _heldShares() private view returns (uint256 shares) {
        for (uint256 i; i < 4; ++i) {
            shares += vault.balanceOf(handler.actors(i));
        }
    }
}

contract CoveredCallInvariantsTest is VaultInvariants {
    function setUp() public override {
        super.setUp();
        _begin(callVault, strikesOf(CALL_STRIKE));
    }
}

contract IronCondorInvariantsTest is VaultInvariants {
    function setUp() public override {
        super.setUp();
        _begin(condorVault, condorStrikes());
    }
}
