// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DevMultiSend
/// @notice Several calls of a Safe as one, for tests on the local chain: a Safe delegates to it, so that the calls are its own. It stands
/// where Safe published MultiSendCallOnly, reads what that reads, and is not its code.
contract DevMultiSend {
    error DevMultiSend_OnlyCalls(uint8 operation);

    uint256 private constant HEAD = 85;

    /// @param transactions One after the other: operation (1 byte, 0), target (20), value (32), length (32), data.
    function multiSend(bytes calldata transactions) external payable {
        for (uint256 start = 0; start < transactions.length;) {
            uint8 operation = uint8(transactions[start]);
            if (operation != 0) revert DevMultiSend_OnlyCalls(operation);
            address to = address(bytes20(transactions[start + 1:start + 21]));
            uint256 value = uint256(bytes32(transactions[start + 21:start + 53]));
            uint256 size = uint256(bytes32(transactions[start + 53:start + HEAD]));
            (bool isDone, bytes memory answer) = to.call{value: value}(transactions[start + HEAD:start + HEAD + size]);
            if (!isDone) {
                assembly ("memory-safe") {
                    revert(add(answer, 0x20), mload(answer))
                }
            }
            start += HEAD + size;
        }
    }
}
