// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SettlementUnit} from "../clearing/MarginMath.sol";

/// @notice One leg of a strategy.
/// @param isPut put or call
/// @param isLong true when the vault buys the leg
/// @param ratio options per package, 18 decimals
struct LegTemplate {
    bool isPut;
    bool isLong;
    uint128 ratio;
}

/// @notice Where a leg's strike may lie, in basis points of spot at the opening; both ends belong to it.
/// @param minMoneynessBps at least 1
/// @param maxMoneynessBps at least `minMoneynessBps`
struct LegBounds {
    uint32 minMoneynessBps;
    uint32 maxMoneynessBps;
}

/// @notice What a curator may choose within, and what depositors pay.
/// @param minTenor shortest time from opening to expiry, seconds
/// @param maxTenor longest time from opening to expiry, seconds
/// @param saleDuration seconds in which quotes are taken
/// @param clearWindow seconds after the sale within which it can be cleared; sale and window together are shorter than `minTenor`
/// @param openWindow seconds in Idle after which anyone may close an empty epoch
/// @param maxLossBps largest loss of an epoch in basis points of assets (10,000: everything may be written against)
/// @param managementFeeBps per year, on assets, on time in an epoch
/// @param performanceFeeBps on profit above the high-water mark
/// @param cap most assets the vault holds, in asset units
/// @param minRequest smallest deposit request, in asset units, not zero
/// @param feeRecipient receives fees as shares
struct Terms {
    uint32 minTenor;
    uint32 maxTenor;
    uint32 saleDuration;
    uint32 clearWindow;
    uint32 openWindow;
    uint16 maxLossBps;
    uint16 managementFeeBps;
    uint16 performanceFeeBps;
    uint256 cap;
    uint256 minRequest;
    address feeRecipient;
}

/// @title StrategyPolicy
/// @notice The bounds of one vault. Legs are fixed for ever; bounds and terms are the owner's (a timelock), and a vault takes a copy when an epoch opens, so nothing changes under an open epoch.
interface IStrategyPolicy {
    /// @notice No legs, or more than an account can hold.
    error StrategyPolicy_LegCount(uint256 legs, uint256 limit);
    /// @notice A leg without options per package.
    error StrategyPolicy_ZeroRatio(uint256 leg);
    /// @notice One pair of bounds a leg is needed.
    error StrategyPolicy_BoundsCount(uint256 bounds, uint256 legs);
    /// @notice Bounds between which no strike lies. Basis points.
    error StrategyPolicy_EmptyBounds(uint256 leg, uint256 minMoneynessBps, uint256 maxMoneynessBps);
    /// @notice A sale that takes no time, or that need not be over at the expiry. Seconds.
    error StrategyPolicy_SaleTooLong(uint256 saleDuration, uint256 clearWindow, uint256 minTenor);
    /// @notice Shortest above longest tenor, or longest above the limit. Seconds.
    error StrategyPolicy_TenorRange(uint256 minTenor, uint256 maxTenor, uint256 limit);
    /// @notice Seconds.
    error StrategyPolicy_OpenWindow(uint256 openWindow, uint256 limit);
    /// @notice Basis points.
    error StrategyPolicy_MaxLoss(uint256 maxLossBps, uint256 limit);
    /// @notice Basis points a year.
    error StrategyPolicy_ManagementFee(uint256 managementFeeBps, uint256 limit);
    /// @notice Basis points.
    error StrategyPolicy_PerformanceFee(uint256 performanceFeeBps, uint256 limit);
    /// @notice Dust requests would be free.
    error StrategyPolicy_ZeroMinRequest();
    error StrategyPolicy_ZeroAddress();
    /// @notice One strike a leg is needed.
    error StrategyPolicy_StrikeCount(uint256 strikes, uint256 legs);
    /// @notice A strike below the one before it, or equal to it between two puts or two calls. 8 decimals.
    error StrategyPolicy_StrikeOrder(uint256 leg, uint256 below, uint256 strike);
    /// @notice A strike too far from spot. 8 decimals.
    error StrategyPolicy_StrikeOutOfBounds(uint256 leg, uint256 strike, uint256 lowest, uint256 highest);
    /// @notice Too short or too long. Seconds.
    error StrategyPolicy_Tenor(uint256 tenor, uint256 minTenor, uint256 maxTenor);

    event TermsSet(Terms terms);
    event BoundsSet(LegBounds[] bounds);
    event CuratorSet(address indexed curator);
    event GuardianSet(address indexed guardian);

    /// @notice Sets the terms that vaults copy at their next opening. Owner only.
    function setTerms(Terms calldata terms) external;

    /// @notice Sets where strikes may lie, one pair a leg. Owner only.
    function setBounds(LegBounds[] calldata bounds) external;

    /// @notice Owner only.
    function setCurator(address curator) external;

    /// @notice Owner only.
    function setGuardian(address guardian) external;

    /// @notice The legs of one package, in the order of their strikes.
    function legs() external view returns (LegTemplate[] memory);

    /// @notice One pair a leg.
    function bounds() external view returns (LegBounds[] memory);

    /// @notice The terms in force for the next opening.
    function terms() external view returns (Terms memory);

    /// @notice Chooses strikes and opens epochs.
    function curator() external view returns (address);

    /// @notice May pause and resume new deposits, nothing else.
    function guardian() external view returns (address);

    /// @dev Spot and strikes 8 decimals, times unix seconds.
    /// @notice Reverts unless the strikes (8 decimals, one a leg) ascend as the legs ask, lie inside the bounds at `spot`, and the tenor fits.
    function check(uint256 spot, uint256[] calldata strikes, uint64 opensAt, uint64 expiry) external view;

    /// @notice Collateral that covers `size` packages at these strikes at every price.
    /// @param strikes 8 decimals, one a leg
    /// @param size packages, 18 decimals
    /// @return assets units of the settlement token, rounded up
    function collateralUp(uint256[] calldata strikes, uint256 size, SettlementUnit calldata unit)
        external
        view
        returns (uint256 assets);
}
