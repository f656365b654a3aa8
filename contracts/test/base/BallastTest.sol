// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {VM_ADDRESS, Vm} from "./Vm.sol";

/// @notice Functions of one contract that the invariant runner may call.
struct FuzzSelector {
    address addr;
    bytes4[] selectors;
}

/// @title BallastTest
/// @notice Base of every test: the runner's own assertions (they revert, so an assertion inside a caught call is lost: do not put one
/// there), bounded fuzz inputs, and the lists by which the runner chooses the calls of an invariant run.
abstract contract BallastTest {
    Vm internal constant vm = Vm(VM_ADDRESS);

    /// @dev 2026-11-22 08:00 UTC: a plausible present for contracts that reckon in days and weeks.
    uint256 internal constant START = 1_795_334_400;

    address[] private targets;
    FuzzSelector[] private selectors;
    address[] private senders;
    address[] private excluded;

    // ---- what the invariant runner reads

    function targetContracts() external view returns (address[] memory) {
        return targets;
    }

    function targetSelectors() external view returns (FuzzSelector[] memory) {
        return selectors;
    }

    function targetSenders() external view returns (address[] memory) {
        return senders;
    }

    function excludeSenders() external view returns (address[] memory) {
        return excluded;
    }

    /// @dev Lets the invariant runner call exactly these functions of `target`.
    function targetOnly(address target, bytes4[] memory functions) internal {
        targets.push(target);
        selectors.push(FuzzSelector(target, functions));
    }

    function targetSender(address sender) internal {
        senders.push(sender);
    }

    function excludeSender(address sender) internal {
        excluded.push(sender);
    }

    // ---- actors and inputs

    /// @dev An address with a name in traces, and its key, so that it can sign.
    function actor(string memory name) internal returns (address account, uint256 privateKey) {
        privateKey = uint256(keccak256(bytes(name)));
        account = vm.addr(privateKey);
        vm.label(account, name);
    }

    function named(string memory name) internal returns (address account) {
        (account,) = actor(name);
    }

    /// @dev Maps any fuzzed value into [low, high], both included; a value already inside stays.
    function bound(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        vm.assertLe(low, high, "bound: empty interval");
        if (value >= low && value <= high) return value;
        uint256 width = high - low;
        if (width == type(uint256).max) return value;
        return low + value % (width + 1);
    }

    // ---- assertions, with and without a sentence

    function assertTrue(bool condition) internal pure {
        vm.assertTrue(condition, "");
    }

    function assertTrue(bool condition, string memory message) internal pure {
        vm.assertTrue(condition, message);
    }

    function assertFalse(bool condition) internal pure {
        vm.assertFalse(condition, "");
    }

    function assertFalse(bool condition, string memory message) internal pure {
        vm.assertFalse(condition, message);
    }

    function assertEq(uint256 left, uint256 right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(uint256 left, uint256 right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(int256 left, int256 right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(int256 left, int256 right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(address left, address right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(address left, address right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(bytes32 left, bytes32 right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(bytes32 left, bytes32 right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(bool left, bool right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(bool left, bool right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(string memory left, string memory right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(string memory left, string memory right, string memory message) internal pure {
        vm.assertEq(left, right, message);
    }

    function assertEq(bytes memory left, bytes memory right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertEq(uint256[] memory left, uint256[] memory right) internal pure {
        vm.assertEq(left, right, "");
    }

    function assertNotEq(uint256 left, uint256 right) internal pure {
        vm.assertNotEq(left, right, "");
    }

    function assertNotEq(address left, address right) internal pure {
        vm.assertNotEq(left, right, "");
    }

    function assertNotEq(bytes32 left, bytes32 right) internal pure {
        vm.assertNotEq(left, right, "");
    }

    function assertLt(uint256 left, uint256 right) internal pure {
        vm.assertLt(left, right, "");
    }

    function assertLt(uint256 left, uint256 right, string memory message) internal pure {
        vm.assertLt(left, right, message);
    }

    function assertLe(uint256 left, uint256 right) internal pure {
        vm.assertLe(left, right, "");
    }

    function assertLe(uint256 left, uint256 right, string memory message) internal pure {
        vm.assertLe(left, right, message);
    }

    function assertGt(uint256 left, uint256 right) internal pure {
        vm.assertGt(left, right, "");
    }

    function assertGt(uint256 left, uint256 right, string memory message) internal pure {
        vm.assertGt(left, right, message);
    }

    function assertGe(uint256 left, uint256 right) internal pure {
        vm.assertGe(left, right, "");
    }

    function assertGe(uint256 left, uint256 right, string memory message) internal pure {
        vm.assertGe(left, right, message);
    }

    function assertLe(int256 left, int256 right, string memory message) internal pure {
        vm.assertLe(left, right, message);
    }

    function assertGe(int256 left, int256 right, string memory message) internal pure {
        vm.assertGe(left, right, message);
    }

    function assertApproxEqAbs(uint256 left, uint256 right, uint256 maxDelta) internal pure {
        vm.assertApproxEqAbs(left, right, maxDelta, "");
    }

    function assertApproxEqAbs(uint256 left, uint256 right, uint256 maxDelta, string memory message) internal pure {
        vm.assertApproxEqAbs(left, right, maxDelta, message);
    }
}
