// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";
import {IPortfolioClearinghouse, Liquidation} from "./IPortfolioClearinghouse.sol";
import {Auction, IRiskBounds, Slice} from "./IRiskBounds.sol";
import {LiquidationMath} from "./LiquidationMath.sol";
import {PortfolioAccounts} from "./PortfolioAccounts.sol";

/// @title PortfolioLiquidation
/// @notice Accounts below maintenance pass on, slice by slice, to whoever takes them for the least. Specified in PortfolioClearinghouse.
///
/// No option is priced: the part of the collateral that goes with a slice rises until somebody finds it enough. Nothing is sold on a market.
abstract contract PortfolioLiquidation is PortfolioAccounts {
    /// @inheritdoc IPortfolioClearinghouse
    function startLiquidation(Account calldata account) external nonReentrant {
        AccountState storage state = _live(account);
        Auction memory running = _auctionOf(account, state);
        if (running.startedAt != 0) revert Portfolio_AuctionRuns(_idOf(account), running.endsAt);
        (uint256 maintenance, uint256 spot) = _requireUnhealthy(account, state);
        state.auctionStart = uint64(block.timestamp);
        emit LiquidationStarted(_idOf(account), msg.sender, state.collateral, maintenance, spot);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function endLiquidation(Account calldata account) external nonReentrant {
        AccountState storage state = _live(account);
        if (state.auctionStart == 0) revert IRiskBounds.RiskBounds_NoAuction();
        (uint256 maintenance, uint256 spot) = _required(account, false);
        if (state.collateral < maintenance) {
            revert Portfolio_Unhealthy(_idOf(account), state.collateral, maintenance, spot);
        }
        _end(account, state, maintenance, spot);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function liquidate(Liquidation calldata call)
        external
        nonReentrant
        returns (uint256 fromAccount, uint256 fromFund)
    {
        AccountState storage state = _live(call.account);
        AccountState storage taker = _live(call.liquidator);
        _requireAuthorised(call.liquidator);
        _requireTwoOfOneBook(call);
        (uint256 maintenance, uint256 spot) = _requireUnhealthy(call.account, state);
        Slice memory slice =
            Slice(state.collateral, maintenance, _funds[_marketIdOf(call.account)], call.sliceBps, call.leastFactorBps);
        uint256 factorBps;
        (factorBps, fromAccount, fromFund) =
            IRiskBounds(riskBounds).sliceDown(_bookIdOf(call.account), state.auctionStart, state.lastSlice, slice);
        state.lastSlice = uint64(block.timestamp);
        state.collateral -= fromAccount;
        taker.collateral += fromAccount + fromFund;
        _takeFromFund(call.account, fromFund);
        _moveLegs(call, state);
        _requireInitial(call.liquidator);
        emit AccountSliced(
            _idOf(call.account),
            _idOf(call.liquidator),
            slice.sliceBps,
            factorBps,
            fromAccount,
            fromFund,
            slice.collateral,
            slice.maintenance,
            spot
        );
        _endIfHealthy(call.account, state);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function auctionOf(Account calldata account) external view returns (Auction memory auction) {
        return _auctionOf(account, _accounts[_idOf(account)]);
    }

    /// @dev Takes the slice of every leg over. What the two accounts hold together of each series stays the same.
    function _moveLegs(Liquidation calldata call, AccountState storage state) private {
        for (uint256 i = state.legs.length; i != 0; --i) {
            AccountLeg memory leg = state.legs[i - 1];
            int256 taken = LiquidationMath.takenOf(leg.size, call.sliceBps);
            if (taken == 0) continue;
            leg.size = int128(-taken);
            _addToLeg(call.account, leg);
            leg.size = int128(taken);
            _addToLeg(call.liquidator, leg);
        }
    }

    function _endIfHealthy(Account calldata account, AccountState storage state) private {
        (uint256 maintenance, uint256 spot) = _required(account, false);
        if (state.collateral >= maintenance) _end(account, state, maintenance, spot);
    }

    function _end(Account calldata account, AccountState storage state, uint256 maintenance, uint256 spot) private {
        state.auctionStart = 0;
        emit LiquidationEnded(_idOf(account), state.collateral, maintenance, spot);
    }

    /// @dev Also waits out the sequencer's grace period, during which an owner may not have been able to add collateral.
    function _requireUnhealthy(Account calldata account, AccountState storage state)
        private
        view
        returns (uint256 maintenance, uint256 spot)
    {
        IRiskBounds(riskBounds).requireSequencer();
        (maintenance, spot) = _required(account, false);
        if (state.collateral >= maintenance) {
            revert Portfolio_Healthy(_idOf(account), state.collateral, maintenance, spot);
        }
    }

    function _requireTwoOfOneBook(Liquidation calldata call) private pure {
        bytes32 accountId = _idOf(call.account);
        bytes32 liquidatorId = _idOf(call.liquidator);
        if (accountId == liquidatorId) revert Portfolio_SameAccount(accountId);
        if (_bookIdOf(call.account) != _bookIdOf(call.liquidator)) {
            revert Portfolio_BooksDiffer(accountId, liquidatorId);
        }
    }

    function _auctionOf(Account calldata account, AccountState storage state) private view returns (Auction memory) {
        return IRiskBounds(riskBounds).auctionOf(_bookIdOf(account), state.auctionStart, state.lastSlice);
    }
}
