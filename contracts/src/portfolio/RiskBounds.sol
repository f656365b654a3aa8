// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";
import {MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";
import {IAggregator} from "../oracle/IAggregator.sol";
import {Auction, IRiskBounds, RiskParameters, Slice} from "./IRiskBounds.sol";
import {LiquidationMath} from "./LiquidationMath.sol";
import {PortfolioMath, Scenario} from "./PortfolioMath.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title RiskBounds
/// @notice The margin and auction parameters of each pair, inside hard limits; what they ask of a portfolio and give with a slice; the sequencer's grace period.
///
/// Roles. The owner (a timelock) sets the parameters of a pair. A book copies them when its first series is made or its first account opened; nothing
/// that is set later reaches it. So no change of parameters ever makes an account liquidatable.
///
/// Accounting. No tokens are held, no account can be reached from here.
///
/// Rounding. Requirements and the fund's share up; factors and what goes with a slice down.
///
/// Oracle. Chainlink's sequencer uptime feed, where the chain has one: answer 0 means up, `startedAt` since when. A feed that answers anything else
/// counts as down. Prices are told by the caller.
///
/// Liveness. While the sequencer counts as down nothing is liquidated; everything else goes on.
contract RiskBounds is IRiskBounds, Ownable2Step {
    uint256 private constant WHOLE_BPS = 10_000;
    /// @dev No scenario reaches a price of zero: a book may be settled in the underlying.
    uint256 private constant MOST_DOWN_BPS = 9_900;
    uint256 private constant MOST_UP_BPS = 50_000;
    uint256 private constant MOST_FACTOR_BPS = 20_000;
    uint256 private constant MOST_SLICE_BPS = 2_000;
    uint256 private constant MOST_FUND_SHARE_BPS = 5_000;
    /// @dev The least slice is this part of the greatest: a slice pauses the auction, so dust would stall it.
    uint256 private constant LEAST_SLICE_PART = 4;

    /// @inheritdoc IRiskBounds
    address public immutable override sequencerFeed;
    /// @inheritdoc IRiskBounds
    uint256 public immutable override graceSeconds;

    mapping(address underlying => mapping(address quote => RiskParameters)) private _ofPair;
    mapping(bytes32 bookId => RiskParameters) private _ofBook;

    /// @param initialOwner the timelock
    /// @param sequencerFeed_ the uptime feed, or zero on a chain without a sequencer
    /// @param graceSeconds_ seconds that a liquidation waits after the sequencer came back
    constructor(address initialOwner, address sequencerFeed_, uint256 graceSeconds_) Ownable(initialOwner) {
        sequencerFeed = sequencerFeed_;
        graceSeconds = graceSeconds_;
    }

    /// @inheritdoc IRiskBounds
    function setParameters(address underlying, address quote, RiskParameters calldata parameters) external onlyOwner {
        _requireMargin(parameters.initialDownBps, parameters.maintenanceDownBps, MOST_DOWN_BPS);
        _requireMargin(parameters.initialUpBps, parameters.maintenanceUpBps, MOST_UP_BPS);
        _requireMargin(parameters.initialFloorBps, parameters.maintenanceFloorBps, WHOLE_BPS);
        _requireAuction(parameters);
        _ofPair[underlying][quote] = parameters;
        emit ParametersSet(underlying, quote, parameters);
    }

    /// @inheritdoc IRiskBounds
    function fixBook(Account calldata account) external returns (bytes32 terms) {
        bytes32 bookId = _bookIdOf(account);
        RiskParameters memory parameters = parametersOf(account);
        terms = keccak256(abi.encode(parameters));
        if (_ofBook[bookId].sliceBps != 0) return terms;
        _ofBook[bookId] = parameters;
        emit BookFixed(bookId, parameters, terms);
    }

    /// @inheritdoc IRiskBounds
    function parametersOf(Account calldata account) public view returns (RiskParameters memory parameters) {
        parameters = _ofBook[_bookIdOf(account)];
        if (parameters.sliceBps != 0) return parameters;
        parameters = _ofPair[account.underlying][account.quote];
        if (parameters.sliceBps == 0) revert RiskBounds_NoParameters(account.underlying, account.quote);
    }

    /// @inheritdoc IRiskBounds
    function termsOf(Account calldata account) external view returns (bytes32 terms) {
        return keccak256(abi.encode(parametersOf(account)));
    }

    /// @inheritdoc IRiskBounds
    function requirementUp(
        bytes32 bookId,
        MarginPosition[] calldata positions,
        SettlementUnit calldata unit,
        uint256 spot,
        bool initial
    ) external view returns (uint256 assets) {
        RiskParameters memory bounds = _fixed(bookId);
        Scenario memory scenario = initial
            ? Scenario(spot, bounds.initialDownBps, bounds.initialUpBps, bounds.initialFloorBps)
            : Scenario(spot, bounds.maintenanceDownBps, bounds.maintenanceUpBps, bounds.maintenanceFloorBps);
        return PortfolioMath.requirementUp(positions, unit, scenario);
    }

    /// @inheritdoc IRiskBounds
    function fundShareUp(bytes32 bookId, uint256 premium) external view returns (uint256 share) {
        return Math.mulDiv(premium, _fixed(bookId).fundShareBps, WHOLE_BPS, Math.Rounding.Ceil);
    }

    /// @inheritdoc IRiskBounds
    function leastShortOf(bytes32 bookId) external view returns (uint256 size) {
        return _fixed(bookId).leastShort;
    }

    /// @inheritdoc IRiskBounds
    function auctionOf(bytes32 bookId, uint64 startedAt, uint64 lastSlice)
        public
        view
        returns (Auction memory auction)
    {
        RiskParameters memory parameters = _fixed(bookId);
        if (startedAt == 0 || block.timestamp > startedAt + parameters.auctionSeconds) return auction;
        auction.startedAt = startedAt;
        auction.endsAt = startedAt + parameters.auctionSeconds;
        auction.nextSliceAt = lastSlice == 0 ? startedAt : lastSlice + parameters.pauseSeconds;
        auction.factorBps = LiquidationMath.factorBps(parameters, block.timestamp - startedAt);
    }

    /// @inheritdoc IRiskBounds
    function sliceDown(bytes32 bookId, uint64 startedAt, uint64 lastSlice, Slice calldata slice)
        external
        view
        returns (uint256 factorBps, uint256 fromAccount, uint256 fromFund)
    {
        Auction memory auction = auctionOf(bookId, startedAt, lastSlice);
        if (auction.startedAt == 0) revert RiskBounds_NoAuction();
        if (block.timestamp < auction.nextSliceAt) revert RiskBounds_Paused(auction.nextSliceAt);
        uint256 most = _ofBook[bookId].sliceBps;
        if (slice.sliceBps < most / LEAST_SLICE_PART || slice.sliceBps > most) {
            revert RiskBounds_SliceOutOfRange(slice.sliceBps, most / LEAST_SLICE_PART, most);
        }
        factorBps = auction.factorBps;
        if (factorBps < slice.leastFactorBps) revert RiskBounds_FactorTooLow(factorBps, slice.leastFactorBps);
        (fromAccount, fromFund) = LiquidationMath.paymentDown(slice, factorBps);
    }

    /// @inheritdoc IRiskBounds
    function requireSequencer() external view {
        if (sequencerFeed == address(0)) return;
        (, int256 answer, uint256 startedAt,,) = IAggregator(sequencerFeed).latestRoundData();
        if (answer != 0 || startedAt == 0) revert RiskBounds_SequencerGrace(0);
        if (block.timestamp < startedAt + graceSeconds) revert RiskBounds_SequencerGrace(startedAt + graceSeconds);
    }

    function _fixed(bytes32 bookId) private view returns (RiskParameters memory parameters) {
        parameters = _ofBook[bookId];
        if (parameters.sliceBps == 0) revert RiskBounds_UnknownBook(bookId);
    }

    function _bookIdOf(Account calldata account) private pure returns (bytes32) {
        return keccak256(abi.encode(account.underlying, account.quote, account.settlementAsset, account.expiry));
    }

    function _requireAuction(RiskParameters calldata parameters) private pure {
        uint256 start = parameters.startFactorBps;
        uint256 max = parameters.maxFactorBps;
        if (start == 0 || start > WHOLE_BPS || max < WHOLE_BPS || max > MOST_FACTOR_BPS) {
            revert RiskBounds_InvalidFactors(start, max);
        }
        uint256 slice = parameters.sliceBps;
        if (slice < LEAST_SLICE_PART || slice > MOST_SLICE_BPS || parameters.fundShareBps > MOST_FUND_SHARE_BPS) {
            revert RiskBounds_InvalidShares(slice, parameters.fundShareBps);
        }
        uint256 rise = parameters.riseSeconds;
        if (rise == 0 || parameters.auctionSeconds < rise || parameters.pauseSeconds >= parameters.auctionSeconds) {
            revert RiskBounds_InvalidTimes(rise, parameters.auctionSeconds, parameters.pauseSeconds);
        }
    }

    function _requireMargin(uint256 initialBps, uint256 maintenanceBps, uint256 mostBps) private pure {
        if (maintenanceBps == 0 || initialBps < maintenanceBps || initialBps > mostBps) {
            revert RiskBounds_InvalidMargin(initialBps, maintenanceBps);
        }
    }
}
