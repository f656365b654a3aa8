// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice One leg of a strategy.
/// @param isPut put or call
/// @param isLong true when the vault buys the leg
/// @param ratio options per package, 18 decimals
struct LegTemplate {
    bool isPut;
    bool isLong;
    uint128 ratio;
}

/// @notice Where a leg's strike may lie, in basis points of spot at the opening.
struct LegBounds {
    uint32 minMoneynessBps;
    uint32 maxMoneynessBps;
}

/// @notice What a curator may choose within, and what depositors pay.
/// @param minTenor shortest time from opening to expiry, seconds
/// @param maxTenor longest time from opening to expiry, seconds
/// @param saleDuration seconds in which quotes are taken
/// @param clearWindow seconds after the sale within which it can be cleared
/// @param openWindow seconds in Idle after which anyone may close an empty epoch
/// @param maxLossBps largest loss of an epoch in basis points of assets (10,000: everything may be written against)
/// @param managementFeeBps per year, on assets, on time in an epoch
/// @param performanceFeeBps on profit above the high-water mark
/// @param cap most assets the vault holds, in asset units
/// @param minRequest smallest deposit request, in asset units
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
    event TermsSet(Terms terms);
    event BoundsSet(LegBounds[] bounds);
    event CuratorSet(address indexed curator);
    event GuardianSet(address indexed guardian);

    function setTerms(Terms calldata terms) external;

    function setBounds(LegBounds[] calldata bounds) external;

    function setCurator(address curator) external;

    function setGuardian(address guardian) external;

    function legs() external view returns (LegTemplate[] memory);

    function bounds() external view returns (LegBounds[] memory);

    function terms() external view returns (Terms memory);

    /// @notice Chooses strikes and opens epochs.
    function curator() external view returns (address);

    /// @notice May pause and resume new deposits, nothing else.
    function guardian() external view returns (address);

    /// @notice Reverts unless the strikes (8 decimals, one a leg) ascend as the legs ask, lie inside the bounds at `spot`, and the tenor fits.
    function check(uint256 spot, uint256[] calldata strikes, uint64 opensAt, uint64 expiry) external view;
}
