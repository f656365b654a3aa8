// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";
import {MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";

/// @notice How a book's portfolio accounts are margined and liquidated. Copied when the book is first used, and never changed for it.
/// @param initialDownBps how far below the spot the worst case is looked for when an account takes risk or pays out, in bps of the spot
/// @param initialUpBps how far above the spot, in bps of it
/// @param initialFloorBps least margin of a short option, in bps of the spot
/// @param maintenanceDownBps as `initialDownBps`, below which an account is liquidated; at most that
/// @param maintenanceUpBps as `initialUpBps`; at most that
/// @param maintenanceFloorBps as `initialFloorBps`; at most that
/// @param startFactorBps part of the slice's collateral that a liquidator gets when an auction begins
/// @param maxFactorBps where the factor stops; what is beyond 10,000 is the insurance fund's
/// @param sliceBps most of every leg that is taken at once, at most 2,000
/// @param fundShareBps part of a stated premium that goes to the insurance fund
/// @param riseSeconds from the start of an auction until the factor is 10,000
/// @param auctionSeconds after which an auction is over and must be started anew
/// @param pauseSeconds between two slices of one account
/// @param leastShort a short that its owner changes is nothing or at least this, 18 decimals
struct RiskParameters {
    uint16 initialDownBps;
    uint16 initialUpBps;
    uint16 initialFloorBps;
    uint16 maintenanceDownBps;
    uint16 maintenanceUpBps;
    uint16 maintenanceFloorBps;
    uint16 startFactorBps;
    uint16 maxFactorBps;
    uint16 sliceBps;
    uint16 fundShareBps;
    uint32 riseSeconds;
    uint32 auctionSeconds;
    uint32 pauseSeconds;
    uint128 leastShort;
}

/// @notice A running auction.
/// @param startedAt unix seconds; 0 when none runs
/// @param endsAt unix seconds, after which it must be started anew
/// @param nextSliceAt unix seconds
/// @param factorBps part of a slice's collateral that goes with it now; beyond 10,000 the fund pays
struct Auction {
    uint64 startedAt;
    uint64 endsAt;
    uint64 nextSliceAt;
    uint256 factorBps;
}

/// @notice What decides a slice.
/// @param collateral of the account, units of the settlement asset
/// @param maintenance what the account had to hold, units of the settlement asset, above the collateral
/// @param fund what the insurance fund holds for the market, units of the settlement asset
/// @param sliceBps part of every leg that is taken
/// @param leastFactorBps the taker takes nothing for less
struct Slice {
    uint256 collateral;
    uint256 maintenance;
    uint256 fund;
    uint256 sliceBps;
    uint256 leastFactorBps;
}

/// @title IRiskBounds
/// @notice The parameters of pairs and books, and all that is reckoned from them. It holds no money and reaches no account.
/// A book is `(underlying, quote, settlementAsset, expiry)` of an account; its id `keccak256(abi.encode(underlying, quote, settlementAsset, expiry))`.
interface IRiskBounds {
    event ParametersSet(address indexed underlying, address indexed quote, RiskParameters parameters);
    event BookFixed(bytes32 indexed bookId, RiskParameters parameters, bytes32 terms);

    /// @notice The initial bounds are not at least the maintenance bounds, or reach a price of zero, or the floor is zero. Bps.
    error RiskBounds_InvalidMargin(uint256 initialBps, uint256 maintenanceBps);
    /// @notice The auction's factors are not 0 < start ≤ 10,000 ≤ max ≤ 20,000. Bps.
    error RiskBounds_InvalidFactors(uint256 startFactorBps, uint256 maxFactorBps);
    /// @notice A slice is at least 4 and at most 2,000, the fund's share at most 5,000. Bps.
    error RiskBounds_InvalidShares(uint256 sliceBps, uint256 fundShareBps);
    /// @notice The rise is 0, or the auction shorter than the rise, or the pause not shorter than the auction. Seconds.
    error RiskBounds_InvalidTimes(uint256 riseSeconds, uint256 auctionSeconds, uint256 pauseSeconds);
    /// @notice No parameters are set for the pair.
    error RiskBounds_NoParameters(address underlying, address quote);
    /// @notice The book has not been used.
    error RiskBounds_UnknownBook(bytes32 bookId);
    /// @notice The chain's sequencer is down, or has been up for less than the grace period. Unix seconds; 0 when it is down.
    error RiskBounds_SequencerGrace(uint256 opensAt);
    /// @notice No auction of the account runs.
    error RiskBounds_NoAuction();
    /// @notice The next slice can be taken then. Unix seconds.
    error RiskBounds_Paused(uint64 nextSliceAt);
    /// @notice A slice is at most the book's, and at least a quarter of it, so that nobody can stall an auction with dust. Bps.
    error RiskBounds_SliceOutOfRange(uint256 sliceBps, uint256 least, uint256 most);
    /// @notice The auction has not reached the caller's price. Bps.
    error RiskBounds_FactorTooLow(uint256 factorBps, uint256 leastFactorBps);

    /// @notice Sets the parameters of a pair, for books used from now on. Owner (the timelock) only.
    function setParameters(address underlying, address quote, RiskParameters calldata parameters) external;

    /// @notice Gives the account's book the pair's parameters of now, for ever. By anyone, idempotent; the portfolio clearinghouse calls it.
    /// @return terms keccak256(abi.encode(the book's parameters)): what an owner agrees to
    function fixBook(Account calldata account) external returns (bytes32 terms);

    /// @notice The parameters that the account's book has, or would get if it were used now.
    function parametersOf(Account calldata account) external view returns (RiskParameters memory parameters);

    /// @notice keccak256(abi.encode(parametersOf(account)))
    function termsOf(Account calldata account) external view returns (bytes32 terms);

    /// @notice What a portfolio of a fixed book must hold: `PortfolioMath.requirementUp` with the book's bounds.
    /// @param spot price of one whole underlying in the quote, 8 decimals, above 0
    /// @param initial true for the initial, false for the maintenance requirement
    /// @return assets units of the settlement asset, rounded up; 0 for a portfolio that is short nothing
    function requirementUp(
        bytes32 bookId,
        MarginPosition[] calldata positions,
        SettlementUnit calldata unit,
        uint256 spot,
        bool initial
    ) external view returns (uint256 assets);

    /// @notice The insurance fund's part of a premium, rounded up.
    function fundShareUp(bytes32 bookId, uint256 premium) external view returns (uint256 share);

    /// @notice Least short of the book that an owner may leave, 18 decimals.
    function leastShortOf(bytes32 bookId) external view returns (uint256 size);

    /// @notice An auction that began at `startedAt` with the latest slice at `lastSlice`, as it is now; zeros when it is over.
    function auctionOf(bytes32 bookId, uint64 startedAt, uint64 lastSlice)
        external
        view
        returns (Auction memory auction);

    /// @notice What goes with a slice now; reverts when none may be taken.
    /// @return factorBps the auction's factor
    /// @return fromAccount units of the settlement asset out of the account's collateral, rounded down
    /// @return fromFund units of the settlement asset out of the insurance fund, rounded down
    function sliceDown(bytes32 bookId, uint64 startedAt, uint64 lastSlice, Slice calldata slice)
        external
        view
        returns (uint256 factorBps, uint256 fromAccount, uint256 fromFund);

    /// @notice Reverts while the chain's sequencer is down and for the grace period after it came back. Does nothing on a chain without one.
    function requireSequencer() external view;

    /// @notice Chainlink's sequencer uptime feed, or zero.
    function sequencerFeed() external view returns (address feed);

    /// @notice Seconds after the sequencer came back during which nothing is liquidated.
    function graceSeconds() external view returns (uint256 time);
}
