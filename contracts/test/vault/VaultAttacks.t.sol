// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault} from "../../src/vault/IStrategyVault.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {ITransferHook, TestToken} from "../base/TestToken.sol";
import {NaiveVault} from "./NaiveVault.sol";
import {VaultTest} from "./VaultTest.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @dev Receives assets and calls back, as a token with hooks would let it.
contract Reenterer is ITransferHook {
    NaiveVault private immutable NAIVE;
    StrategyVault private immutable VAULT;
    bytes private call;
    uint256 public rounds;
    bytes public refusal;

    constructor(NaiveVault naive, StrategyVault vault) {
        NAIVE = naive;
        VAULT = vault;
    }

    function requestNaive(uint256 assets) external {
        NAIVE.ASSET().approve(address(NAIVE), assets);
        NAIVE.requestDeposit(assets);
    }

    function cancelNaive() external {
        rounds = 3;
        NAIVE.cancel();
    }

    function request(uint256 assets) external {
        TestToken(VAULT.asset()).approve(address(VAULT), assets);
        VAULT.requestDeposit(assets, address(this), address(this));
    }

    /// @dev Cancels, and makes `reentry` to the vault from inside.
    function cancel(bytes calldata reentry) external {
        call = reentry;
        VAULT.cancelDeposit(address(this), address(this));
    }

    function onTransfer(address from, address to, uint256) external {
        if (to != address(this)) return;
        if (from == address(NAIVE) && rounds > 1) {
            rounds -= 1;
            NAIVE.cancel();
        }
        if (from == address(VAULT) && call.length > 0) {
            (bool done, bytes memory answer) = address(VAULT).call(call);
            refusal = done ? bytes("") : answer;
        }
    }
}

/// @dev Each attack is run on the naive twin, where it works, and on the vault, where it does not.
contract VaultAttacksTest is VaultTest {
    NaiveVault private naive;

    function setUp() public override {
        super.setUp();
        naive = new NaiveVault(weth);
        address[4] memory all = [alice, bob, carol, mallory];
        for (uint256 i; i < 4; ++i) {
            weth.mint(all[i], 1_000e18);
            vm.prank(all[i]);
            weth.approve(address(naive), type(uint256).max);
        }
    }

    // ---- first depositor

    function test_attack_firstDepositorDonation_worksOnTheTwin() external {
        vm.startPrank(mallory);
        naive.deposit(1);
        weth.transfer(address(naive), 10e18);
        vm.stopPrank();
        vm.prank(alice);
        assertEq(naive.deposit(10e18), 0, "her deposit bought nothing");
        vm.prank(mallory);
        assertEq(naive.redeem(1), 20e18 + 1);
    }

    function test_attack_firstDepositorDonation() external {
        enter(callVault, mallory, 1e15);
        vm.prank(mallory);
        weth.transfer(address(callVault), 10e18);
        assertEq(callVault.totalAssets(), 1e15, "a gift by transfer is not counted");
        open(callVault, strikesOf(CALL_STRIKE), 0);
        bid(callVault, callVault.epoch().sizeOffered, 1_000_000e18); // a gift as premium: 1,000 WETH on a thousandth
        clear(callVault);
        request(callVault, alice, 10e18);
        settleAt(callVault, SPOT);
        uint256 shares = claimShares(callVault, alice);
        assertGt(shares, 0);
        assertGe(callVault.convertToAssets(shares) + 1e13, 10e18, "she keeps her deposit, but for a millionth");
    }

    // ---- zero supply, and a mint that costs nothing

    function test_attack_assetsWithoutSupply_workOnTheTwin() external {
        weth.mint(address(naive), 5e18);
        vm.prank(mallory);
        naive.deposit(1);
        vm.prank(mallory);
        assertEq(naive.redeem(1), 5e18 + 1, "what belonged to nobody is his");
    }

    function test_attack_assetsWithoutSupply() external {
        _gainThenAllLeave();
        assertEq(callVault.totalSupply(), 0);
        uint256 before = callVault.totalAssets();
        assertGt(before, 0, "the virtual shares' part stays");
        weth.mint(address(callVault), 5e18);
        uint256 shares = enter(callVault, mallory, 1e18);
        requestRedeem(callVault, mallory, shares);
        closeEmpty(callVault);
        assertLe(claimAssets(callVault, mallory), 1e18);
        assertGe(callVault.totalAssets(), before);
    }

    function test_attack_noEpochWithoutShares() external {
        _gainThenAllLeave();
        uint64 expiry = nextExpiry();
        vm.expectPartialRevert(IStrategyVault.StrategyVault_NothingToSell.selector);
        vm.prank(curator);
        callVault.openEpoch(strikesOf(CALL_STRIKE), expiry, 0);
    }

    function test_attack_freeMint_worksOnTheTwin() external {
        vm.prank(alice);
        naive.deposit(10e18);
        vm.prank(address(naive));
        weth.transfer(carol, 10e18 - 1); // almost everything was lost
        vm.prank(mallory);
        assertEq(naive.mint(5e18), 0, "shares for nothing");
        assertEq(naive.balanceOf(mallory), 5e18);
    }

    function test_attack_freeMint(uint256 price, uint256 assets) external {
        enter(putVault, alice, 27_000e6);
        sellAll(putVault, strikesOf(2_700e8), 0);
        request(putVault, mallory, bound(assets, 10e6, 1e12));
        settleAt(putVault, bound(price, 1e7, 2_700e8));
        uint256 before = putVault.convertToAssets(putVault.balanceOf(alice));
        vm.expectRevert();
        vm.prank(bob);
        putVault.mint(1, bob, bob);
        uint256 shares = requestsOf(putVault, mallory).claimableDepositShares;
        vm.prank(mallory);
        assertGt(putVault.mint(shares, mallory, mallory), 0);
        requestRedeem(putVault, mallory, shares);
        closeEmpty(putVault);
        assertLe(claimAssets(putVault, mallory), bound(assets, 10e6, 1e12), "he gets out what he put in, at most");
        assertEq(putVault.convertToAssets(putVault.balanceOf(alice)), before);
    }

    // ---- a blocked receiver

    function test_attack_blockedReceiver_worksOnTheTwin() external {
        vm.prank(alice);
        naive.deposit(10e18);
        vm.prank(bob);
        naive.deposit(10e18);
        vm.prank(bob);
        naive.requestRedeem(10e18);
        vm.prank(alice);
        naive.requestRedeem(10e18);
        weth.setBlocked(bob, true);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, bob));
        naive.payAll();
        assertEq(weth.balanceOf(alice), 990e18, "she waits because of him");
    }

    function test_attack_blockedReceiver() external {
        request(callVault, alice, 10e18);
        request(callVault, bob, 10e18);
        closeEmpty(callVault);
        claimShares(callVault, alice);
        claimShares(callVault, bob);
        requestRedeem(callVault, alice, 10e18);
        requestRedeem(callVault, bob, 10e18);
        weth.setBlocked(bob, true);
        closeEmpty(callVault);
        assertEq(claimAssets(callVault, alice), 10e18);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, bob));
        vm.prank(bob);
        callVault.redeem(10e18, bob, bob);
        vm.prank(bob);
        assertEq(callVault.redeem(10e18, carol, bob), 10e18, "he may name another receiver");
    }

    // ---- dust

    function test_attack_dust_worksOnTheTwin() external {
        vm.prank(mallory);
        naive.deposit(100);
        for (uint256 i; i < 50; ++i) {
            vm.prank(mallory);
            naive.requestRedeem(0);
        }
        uint256 before = gasleft();
        naive.payAll();
        assertGt(before - gasleft(), 50 * 5_000, "everybody pays for his queue");
    }

    function test_attack_dust() external {
        vm.expectPartialRevert(IStrategyVault.StrategyVault_BelowMinimum.selector);
        vm.prank(mallory);
        callVault.requestDeposit(1e15 - 1, mallory, mallory);
        enter(callVault, mallory, 1e18);
        enter(callVault, alice, 1e18);
        uint256 before = _gasOfClosing();
        for (uint256 i; i < 50; ++i) {
            vm.prank(mallory);
            callVault.requestRedeem(1, address(uint160(0xd057 + i)), mallory);
        }
        requestRedeem(callVault, alice, 1e18);
        // a first request of each side makes three slots non-zero; dust adds nothing to that
        assertLt(_gasOfClosing(), before + 100_000);
        assertEq(claimAssets(callVault, alice), 1e18);
    }

    // ---- the cap

    function test_attack_capFilledAndLeft_worksOnTheTwin() external {
        naive.setCap(100e18);
        vm.prank(mallory);
        naive.requestDeposit(100e18);
        vm.expectRevert(abi.encodeWithSelector(NaiveVault.NaiveVault_CapReached.selector, 1e18, 0));
        vm.prank(alice);
        naive.requestDeposit(1e18);
        vm.prank(mallory);
        naive.cancel();
        assertEq(weth.balanceOf(mallory), 1_000e18, "for free");
    }

    function test_attack_capFilledAndLeft() external {
        setCap(callPolicy, 100e18);
        request(callVault, mallory, 1_000e18);
        request(callVault, alice, 100e18);
        vm.prank(mallory);
        callVault.cancelDeposit(mallory, mallory);
        open(callVault, strikesOf(CALL_STRIKE), 0);
        assertEq(claimShares(callVault, alice), 100e18, "his request took nothing from her");
    }

    // ---- re-entrancy and fees on transfer

    function test_attack_reentrancy_worksOnTheTwin() external {
        Reenterer thief = new Reenterer(naive, callVault);
        vm.prank(alice);
        naive.requestDeposit(20e18);
        weth.mint(address(thief), 10e18);
        thief.requestNaive(10e18);
        weth.setHook(address(thief));
        thief.cancelNaive();
        assertEq(weth.balanceOf(address(thief)), 30e18, "her twenty too");
    }

    function test_attack_reentrancy() external {
        Reenterer thief = new Reenterer(naive, callVault);
        address self = address(thief);
        request(callVault, alice, 20e18);
        bytes[] memory calls = new bytes[](9);
        calls[0] = abi.encodeCall(callVault.cancelDeposit, (self, self));
        calls[1] = abi.encodeCall(callVault.claimCancelDepositRequest, (0, self, self));
        calls[2] = abi.encodeCall(callVault.requestDeposit, (1e18, self, self));
        calls[3] = abi.encodeCall(callVault.requestRedeem, (1e18, self, self));
        calls[4] = abi.encodeCall(callVault.redeem, (1, self, self));
        calls[5] = abi.encodeCall(callVault.closeEmptyEpoch, ());
        calls[6] = abi.encodeCall(callVault.settleEpoch, ());
        calls[7] = abi.encodeCall(callVault.cancelRedeem, (self, self));
        calls[8] = abi.encodeWithSignature("mint(uint256,address)", 1, self);
        for (uint256 i; i < calls.length; ++i) {
            weth.setHook(address(0));
            weth.mint(self, 10e18);
            thief.request(10e18);
            weth.setHook(self);
            thief.cancel(calls[i]);
            bytes memory expected =
                abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
            assertEq(thief.refusal(), expected);
        }
        assertEq(weth.balanceOf(address(callVault)), 20e18);
    }

    function test_attack_feeOnTransfer_worksOnTheTwin() external {
        weth.setFeeBps(1_000);
        vm.prank(alice);
        naive.requestDeposit(100e18);
        vm.prank(mallory);
        naive.requestDeposit(100e18);
        vm.prank(mallory);
        naive.cancel();
        assertEq(weth.balanceOf(address(naive)), 80e18, "she is owed 100");
        assertEq(naive.pending(alice), 100e18);
    }

    function test_attack_feeOnTransfer() external {
        weth.setFeeBps(1_000);
        vm.prank(alice);
        weth.approve(address(callVault), 100e18);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_TransferShort.selector, 100e18, 90e18));
        vm.prank(alice);
        callVault.requestDeposit(100e18, alice, alice);
    }

    function _gainThenAllLeave() private {
        uint256 shares = enter(callVault, alice, 10e18);
        sellAll(callVault, strikesOf(CALL_STRIKE), 0.5e18);
        requestRedeem(callVault, alice, shares);
        settleAt(callVault, SPOT);
    }

    function _gasOfClosing() private returns (uint256) {
        vm.warp(uint256(callVault.idleSince()) + 3 days);
        uint256 before = gasleft();
        callVault.closeEmptyEpoch();
        return before - gasleft();
    }
}
