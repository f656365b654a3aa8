// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7540Operator
/// @notice ERC-7540: accounts that may act on another account's requests. ERC-165 id 0xe3bc4e65.
interface IERC7540Operator {
    event OperatorSet(address indexed controller, address indexed operator, bool approved);

    /// @notice Lets `operator` request, cancel and claim for the caller, or stops it.
    function setOperator(address operator, bool approved) external returns (bool success);

    function isOperator(address controller, address operator) external view returns (bool status);
}
