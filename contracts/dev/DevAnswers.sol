// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title DevAnswers
/// @notice A contract that answers each function with the bytes it was told, whatever they are, and reverts on every other: the
/// tokens and vaults that nobody should trust, for tests on the local chain.
contract DevAnswers {
    mapping(bytes4 selector => bytes answer) private _answers;
    mapping(bytes4 selector => bool known) private _isKnown;

    error DevAnswers_Silent(bytes4 selector);

    /// @param returnData what a call of the function returns, unchanged
    function setAnswer(bytes4 selector, bytes calldata returnData) external {
        _answers[selector] = returnData;
        _isKnown[selector] = true;
    }

    fallback() external {
        if (!_isKnown[msg.sig]) revert DevAnswers_Silent(msg.sig);
        bytes memory answer = _answers[msg.sig];
        assembly ("memory-safe") {
            return(add(answer, 0x20), mload(answer))
        }
    }
}
