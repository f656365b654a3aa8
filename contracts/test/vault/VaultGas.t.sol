// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VaultTest} from "./VaultTest.sol";

/// @dev Gas of what depositors and keepers call, written to snapshots/StrategyVault.json. Every contract is cold when its call is measured,
/// as it is in a transaction of its own.
contract VaultGasTest is VaultTest {
    string private constant GROUP = "StrategyVault";

    function test_gas_depositor() external {
        enter(putVault, carol, 1_000e6);
        usdc.mint(alice, 300e6);
        vm.startPrank(alice);
        usdc.approve(address(putVault), 300e6);
        _cool();
        putVault.requestDeposit(100e6, alice, alice);
        vm.snapshotGasLastCall(GROUP, "requestDeposit, first");
        _cool();
        putVault.requestDeposit(100e6, alice, alice);
        vm.snapshotGasLastCall(GROUP, "requestDeposit, again");
        _cool();
        putVault.cancelDeposit(alice, alice);
        vm.snapshotGasLastCall(GROUP, "cancelDeposit");
        vm.stopPrank();
        request(putVault, alice, 300e6);
        closeEmpty(putVault);
        _cool();
        vm.prank(alice);
        putVault.deposit(300e6, alice, alice);
        vm.snapshotGasLastCall(GROUP, "deposit (claim shares)");
        _cool();
        vm.prank(alice);
        putVault.requestRedeem(100e18, alice, alice);
        vm.snapshotGasLastCall(GROUP, "requestRedeem");
        closeEmpty(putVault);
        _cool();
        vm.prank(alice);
        putVault.redeem(100e18, alice, alice);
        vm.snapshotGasLastCall(GROUP, "redeem (claim assets)");
    }

    function test_gas_keeper() external {
        enter(condorVault, carol, 10_000e6);
        uint64 expiry = nextExpiry();
        _cool();
        vm.prank(curator);
        condorVault.openEpoch(condorStrikes(), expiry, 0);
        vm.snapshotGasLastCall(GROUP, "openEpoch condor, first of an expiry");
        vm.warp(uint256(condorVault.epoch().clearEnd) + 1);
        _cool();
        condorVault.settleEpoch();
        vm.snapshotGasLastCall(GROUP, "settleEpoch, nothing sold");
        vm.warp(uint256(condorVault.idleSince()) + 3 days);
        _cool();
        condorVault.closeEmptyEpoch();
        vm.snapshotGasLastCall(GROUP, "closeEmptyEpoch");
    }

    function test_gas_settleEpoch_doesNotDependOnTheNumberOfRequests() external {
        setFees(condorPolicy, 200, 1_000);
        enter(condorVault, carol, 10_000e6);
        for (uint256 i; i < 500; ++i) {
            vm.prank(carol);
            condorVault.transfer(_depositor(i), 1e18);
        }
        uint64 expiry = sellAll(condorVault, condorStrikes(), 40e6);
        uint256 snapshot = vm.snapshotState();
        uint256 one = _settleWith(1, expiry, "settleEpoch, 1 deposit and 1 redemption");
        vm.revertToState(snapshot);
        uint256 many = _settleWith(500, expiry, "settleEpoch, 500 deposits and 500 redemptions");
        assertEq(one, many, "the same, to the unit of gas");
        assertEq(condorVault.maxRedeem(_depositor(499)), 1e18);
    }

    function _settleWith(uint256 count, uint64 expiry, string memory name) private returns (uint256 gasUsed) {
        for (uint256 i; i < count; ++i) {
            request(condorVault, _depositor(i), 10e6);
            requestRedeem(condorVault, _depositor(i), 1e18);
        }
        fixPrice(expiry, SPOT);
        _cool();
        condorVault.settleEpoch();
        return vm.snapshotGasLastCall(GROUP, name);
    }

    function _depositor(uint256 index) private pure returns (address) {
        return address(uint160(0xde9051 + index));
    }

    function _cool() private {
        vm.cool(address(putVault));
        vm.cool(address(condorVault));
        vm.cool(address(condorPolicy));
        vm.cool(address(usdc));
        vm.cool(address(house));
        vm.cool(address(oracle));
        vm.cool(address(feed));
    }
}
