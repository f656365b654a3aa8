// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7540Deposit
/// @notice ERC-7540, asynchronous deposits. ERC-165 id 0xce3bbe50 (the functions; the events are part of the standard).
interface IERC7540Deposit {
    event DepositRequest(
        address indexed controller, address indexed owner, uint256 indexed requestId, address sender, uint256 assets
    );

    /// @notice Moves `assets` from `owner` into the vault as a request of `controller`. Caller: the owner or its operator.
    /// @param assets in asset units
    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256 requestId);

    /// @notice Assets that wait for the end of the epoch, in asset units.
    function pendingDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);

    /// @notice Assets whose shares can be claimed, in asset units.
    function claimableDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets);

    /// @notice Claims the shares of `assets` of executed deposits. Caller: the controller or its operator.
    /// @param assets in asset units
    /// @return shares 18 decimals
    function deposit(uint256 assets, address receiver, address controller) external returns (uint256 shares);

    /// @notice Claims exactly `shares` of executed deposits. Caller: the controller or its operator.
    /// @param shares 18 decimals
    /// @return assets in asset units, rounded up
    function mint(uint256 shares, address receiver, address controller) external returns (uint256 assets);
}
