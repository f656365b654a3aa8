// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IERC7575
/// @notice ERC-7575: an ERC-4626 vault that names its share token. ERC-165 id 0x2f0a18c5.
interface IERC7575 {
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );

    /// @notice The token that is deposited.
    function asset() external view returns (address assetTokenAddress);

    /// @notice The token that is issued for deposits.
    function share() external view returns (address shareTokenAddress);

    /// @notice Shares for `assets` at the last price, rounded down; says nothing of the price at which a request will be executed.
    function convertToShares(uint256 assets) external view returns (uint256 shares);

    /// @notice Assets for `shares` at the last price, rounded down; says nothing of the price at which a request will be executed.
    function convertToAssets(uint256 shares) external view returns (uint256 assets);

    /// @notice Assets that belong to the shares, in asset units.
    function totalAssets() external view returns (uint256 totalManagedAssets);

    /// @notice The most that `deposit` takes: what `controller` can claim.
    function maxDeposit(address controller) external view returns (uint256 maxAssets);

    /// @notice Reverts: a deposit's price is not known before it is executed.
    function previewDeposit(uint256 assets) external view returns (uint256 shares);

    /// @notice Claims the shares of `assets` of the caller's executed deposits.
    function deposit(uint256 assets, address receiver) external returns (uint256 shares);

    /// @notice The most that `mint` takes: what `controller` can claim.
    function maxMint(address controller) external view returns (uint256 maxShares);

    /// @notice Reverts: a deposit's price is not known before it is executed.
    function previewMint(uint256 shares) external view returns (uint256 assets);

    /// @notice Claims exactly `shares` of the caller's executed deposits.
    function mint(uint256 shares, address receiver) external returns (uint256 assets);

    /// @notice The most that `withdraw` takes: what `controller` can claim.
    function maxWithdraw(address controller) external view returns (uint256 maxAssets);

    /// @notice Reverts: a redemption's price is not known before it is executed.
    function previewWithdraw(uint256 assets) external view returns (uint256 shares);

    /// @notice Claims exactly `assets` of executed redemptions. Caller: the controller or its operator.
    function withdraw(uint256 assets, address receiver, address controller) external returns (uint256 shares);

    /// @notice The most that `redeem` takes: what `controller` can claim.
    function maxRedeem(address controller) external view returns (uint256 maxShares);

    /// @notice Reverts: a redemption's price is not known before it is executed.
    function previewRedeem(uint256 shares) external view returns (uint256 assets);

    /// @notice Claims the assets of `shares` of executed redemptions. Caller: the controller or its operator.
    function redeem(uint256 shares, address receiver, address controller) external returns (uint256 assets);
}
