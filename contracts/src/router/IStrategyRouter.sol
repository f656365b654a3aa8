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

    function allocationOf(address user, address asset) external view returns (Allocation[] memory allocations);
}
