// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A recorded log, as the test runner returns it.
struct RecordedLog {
    bytes32[] topics;
    bytes data;
    address emitter;
}

/// @title Vm
/// @notice The test runner's cheatcodes that this project's tests use; the runner answers them at `VM_ADDRESS`.
interface Vm {
    function assertTrue(bool condition, string calldata message) external pure;
    function assertFalse(bool condition, string calldata message) external pure;
    function assertEq(uint256 left, uint256 right, string calldata message) external pure;
    function assertEq(int256 left, int256 right, string calldata message) external pure;
    function assertEq(address left, address right, string calldata message) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata message) external pure;
    function assertEq(bool left, bool right, string calldata message) external pure;
    function assertEq(string calldata left, string calldata right, string calldata message) external pure;
    function assertEq(bytes calldata left, bytes calldata right, string calldata message) external pure;
    function assertEq(uint256[] calldata left, uint256[] calldata right, string calldata message) external pure;
    function assertEq(address[] calldata left, address[] calldata right, string calldata message) external pure;
    function assertNotEq(uint256 left, uint256 right, string calldata message) external pure;
    function assertNotEq(address left, address right, string calldata message) external pure;
    function assertNotEq(bytes32 left, bytes32 right, string calldata message) external pure;
    function assertLt(uint256 left, uint256 right, string calldata message) external pure;
    function assertLe(uint256 left, uint256 right, string calldata message) external pure;
    function assertGt(uint256 left, uint256 right, string calldata message) external pure;
    function assertGe(uint256 left, uint256 right, string calldata message) external pure;
    function assertLe(int256 left, int256 right, string calldata message) external pure;
    function assertGe(int256 left, int256 right, string calldata message) external pure;
    function assertApproxEqAbs(uint256 left, uint256 right, uint256 maxDelta, string calldata message) external pure;

    function prank(address sender) external;
    function startPrank(address sender) external;
    function stopPrank() external;
    function deal(address account, uint256 balance) external;
    function warp(uint256 timestamp) external;
    function roll(uint256 blockNumber) external;
    function chainId(uint256 newChainId) external;
    function etch(address target, bytes calldata runtimeCode) external;
    function load(address target, bytes32 slot) external view returns (bytes32 value);
    function store(address target, bytes32 slot, bytes32 value) external;
    function getNonce(address account) external view returns (uint64 nonce);
    function setNonce(address account, uint64 nonce) external;
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address created);

    function sign(uint256 privateKey, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function addr(uint256 privateKey) external pure returns (address account);
    function label(address account, string calldata name) external;
    function assume(bool condition) external pure;

    function expectRevert() external;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata revertData) external;
    function expectRevert(bytes calldata revertData, address reverter) external;
    function expectPartialRevert(bytes4 selector) external;
    function expectEmit() external;
    function expectEmit(address emitter) external;
    function expectEmit(bool topic1, bool topic2, bool topic3, bool content) external;
    function expectEmit(bool topic1, bool topic2, bool topic3, bool content, address emitter) external;
    function expectCall(address callee, bytes calldata callData) external;
    function expectCall(address callee, bytes calldata callData, uint64 count) external;
    function mockCall(address callee, bytes calldata callData, bytes calldata returnData) external;
    function mockCallRevert(address callee, bytes calldata callData, bytes calldata revertData) external;
    function clearMockedCalls() external;

    function recordLogs() external;
    function getRecordedLogs() external returns (RecordedLog[] memory logs);
    function snapshotState() external returns (uint256 id);
    function revertToState(uint256 id) external returns (bool done);
    function snapshotGasLastCall(string calldata group, string calldata name) external returns (uint256 gasUsed);
    function snapshotValue(string calldata group, string calldata name, uint256 value) external;
    function lastCallGas()
        external
        view
        returns (uint64 gasLimit, uint64 gasTotalUsed, uint64 gasMemoryUsed, int64 gasRefunded, uint64 gasRemaining);
    function pauseGasMetering() external;
    function resumeGasMetering() external;
    function cool(address target) external;

    function readFile(string calldata path) external view returns (string memory content);
    function parseJson(string calldata json, string calldata key) external pure returns (bytes memory abiEncoded);
    function parseJsonUint(string calldata json, string calldata key) external pure returns (uint256 value);
    function parseJsonUintArray(string calldata json, string calldata key)
        external
        pure
        returns (uint256[] memory values);
    function parseJsonInt(string calldata json, string calldata key) external pure returns (int256 value);
    function parseJsonIntArray(string calldata json, string calldata key) external pure returns (int256[] memory values);
    function parseJsonBool(string calldata json, string calldata key) external pure returns (bool value);
    function parseJsonBoolArray(string calldata json, string calldata key) external pure returns (bool[] memory values);
    function parseJsonString(string calldata json, string calldata key) external pure returns (string memory value);
    function parseJsonStringArray(string calldata json, string calldata key)
        external
        pure
        returns (string[] memory values);
    function keyExistsJson(string calldata json, string calldata key) external view returns (bool exists);
    function parseUint(string calldata text) external pure returns (uint256 value);
    function parseInt(string calldata text) external pure returns (int256 value);
    function toString(uint256 value) external pure returns (string memory text);
    function toString(int256 value) external pure returns (string memory text);
    function toString(address value) external pure returns (string memory text);
    function projectRoot() external view returns (string memory path);
}

/// @dev Where the runner listens: the last 20 bytes of keccak256("hevm cheat code").
address constant VM_ADDRESS = address(uint160(uint256(keccak256("hevm cheat code"))));
