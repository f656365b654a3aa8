// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7540Redeem
/// @notice ERC-7540, asynchronous redemptions. ERC-165 id 0x620ee8e4. Claims go through ERC-4626's `redeem` and `withdraw`.
interface IERC7540Redeem {
    event RedeemRequest(
        address indexed controller, address indexed owner, uint256 indexed requestId, address sender, uint256 shares
    );

    /// @notice Moves `shares` from `owner` into the vault as a request of `controller`. Caller: the owner, its operator, or
    /// a spender with an allowance, which is then spent.
    /// @param shares 18 decimals
    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256 requestId);

    /// @notice Shares that wait for the end of the epoch, 18 decimals.
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);

    /// @notice Shares whose assets can be claimed, 18 decimals.
    function claimableRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);
}
