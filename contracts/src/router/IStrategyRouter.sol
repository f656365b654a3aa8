// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A vault and its share of an amount; the weights of an allocation add up to 10,000.
struct Allocation {
    address vault;
    uint16 weightBps;
}

/// @notice An EIP-2612 permit to the router; `deadline` 0 means none. A permit that was already used is ignored.
struct Permit {
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @notice Shares of one vault to redeem, with a permit on the share token.
struct Redemption {
    address vault;
    uint256 shares;
    Permit permit;
}

/// @title StrategyRouter
/// @notice One transaction for: wrap ETH, try a permit, deposit into several vaults of one asset by weights, redeem from several. Keeps nothing between transactions.
interface IStrategyRouter {
    event AllocationStored(address indexed user, address indexed asset, Allocation[] allocations);
    event DepositRouted(address indexed payer, address indexed controller, address indexed vault, uint256 assets);
    event RedemptionRouted(address indexed owner, address indexed controller, address indexed vault, uint256 shares);

    /// @notice Nothing to move.
    error StrategyRouter_ZeroAssets();
    /// @notice A request belongs to somebody.
    error StrategyRouter_ZeroController();
    /// @notice From 1 to 16 vaults.
    error StrategyRouter_CountOutOfRange(uint256 count, uint256 most);
    /// @notice The weights, in basis points, must add up to 10,000.
    error StrategyRouter_WeightsMismatch(uint256 sum);
    /// @notice A vault of weight zero, or named twice.
    error StrategyRouter_AllocationUnfit(address vault, uint256 weightBps);
    /// @notice The vault takes another asset.
    error StrategyRouter_AssetMismatch(address vault, address asset, address expected);
    /// @notice Another amount moved than was asked: the token takes a fee, or the vault took less than it was given.
    /// @param token whose movement is wrong
    /// @param asked units of the token
    /// @param moved units of the token
    error StrategyRouter_AmountMismatch(address token, uint256 asked, uint256 moved);

    /// @notice Wraps the ETH sent and requests a deposit into a WETH vault for `controller`.
    function depositEth(address vault, address controller) external payable;

    /// @notice Takes `assets` of `asset` from the caller and requests deposits by weight; the last vault takes the rounding.
    /// With `store`, the allocation becomes the caller's stored one for this asset.
    function depositMany(
        address asset,
        uint256 assets,
        Allocation[] calldata allocations,
        address controller,
        Permit calldata permit,
        bool store
    ) external;

    /// @notice Requests redemptions of the caller's shares for `controller`.
    function redeemMany(Redemption[] calldata redemptions, address controller) external;

    /// @notice Stores the caller's allocation for `asset`; an empty list clears it.
    function setAllocation(address asset, Allocation[] calldata allocations) external;

    /// @notice The caller's stored weights for vaults of `asset`; empty when nothing is stored.
    function allocationOf(address user, address asset) external view returns (Allocation[] memory allocations);

    /// @notice The token that ETH is wrapped into.
    function weth() external view returns (address);
}
