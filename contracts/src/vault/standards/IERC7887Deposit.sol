// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7887Deposit
/// @notice ERC-7887 (draft): cancelling a pending deposit. ERC-165 id 0x8bf840e3.
interface IERC7887Deposit {
    event CancelDepositRequest(address indexed controller, uint256 indexed requestId, address sender);
    event CancelDepositClaim(
        address indexed controller, address indexed receiver, uint256 indexed requestId, address sender, uint256 assets
    );

    /// @notice Cancels the whole pending deposit; the assets become claimable at once. Caller: the controller or its operator.
    function cancelDepositRequest(uint256 requestId, address controller) external;

    /// @notice Always false: a cancel never waits.
    function pendingCancelDepositRequest(uint256 requestId, address controller) external view returns (bool isPending);

    /// @notice Assets cancelled, or left over by the cap, that can be claimed back, in asset units.
    function claimableCancelDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);

    /// @notice Pays those assets to `receiver`. Caller: the controller or its operator.
    function claimCancelDepositRequest(uint256 requestId, address receiver, address controller) external;
}
