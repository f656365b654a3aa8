// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7887Redeem
/// @notice ERC-7887 (draft): cancelling a pending redemption. ERC-165 id 0xe76cffc7.
interface IERC7887Redeem {
    event CancelRedeemRequest(address indexed controller, uint256 indexed requestId, address sender);
    event CancelRedeemClaim(
        address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 shares
    );

    /// @notice Cancels the whole pending redemption; the shares become claimable at once. Caller: the controller or its operator.
    function cancelRedeemRequest(uint256 requestId, address controller) external;

    /// @notice Always false: a cancel never waits.
    function pendingCancelRedeemRequest(uint256 requestId, address controller) external view returns (bool isPending);

    /// @notice Cancelled shares that can be claimed back, 18 decimals.
    function claimableCancelRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares);

    /// @notice Returns those shares to `receiver`. Caller: the controller or its operator.
    function claimCancelRedeemRequest(uint256 requestId, address receiver, address controller) external;
}
