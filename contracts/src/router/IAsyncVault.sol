// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IAsyncVault
/// @notice What the router asks of a vault: ERC-7540 requests on an ERC-20 share with EIP-2612 permit at the vault's own address.
interface IAsyncVault {
    /// @notice The token that the vault takes and pays.
    function asset() external view returns (address);

    /// @notice ERC-7540: takes `assets` from `owner`, who is the caller or has made it its operator, for `controller`.
    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256 requestId);

    /// @notice ERC-7540: takes `shares` from `owner`, by operator or by share allowance, for `controller`.
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);
}
