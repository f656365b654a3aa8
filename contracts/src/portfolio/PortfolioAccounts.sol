// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, Series} from "../clearing/IClearinghouse.sol";
import {MarginMath, MarginPosition} from "../clearing/MarginMath.sol";
import {ISettlementOracle} from "../oracle/ISettlementOracle.sol";
import {Health, IPortfolioClearinghouse} from "./IPortfolioClearinghouse.sol";
import {IRiskBounds} from "./IRiskBounds.sol";
import {PortfolioBooks} from "./PortfolioBooks.sol";
import {PortfolioMath} from "./PortfolioMath.sol";
import {IERC20, SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC6909, ERC6909TokenSupply} from "@openzeppelin/contracts/token/ERC6909/extensions/ERC6909TokenSupply.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

/// @title PortfolioAccounts
/// @notice State of the accounts, what they must hold, and the money that comes and goes. Specified in PortfolioClearinghouse.
abstract contract PortfolioAccounts is PortfolioBooks, ERC6909TokenSupply, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    uint256 private constant MAX_SIZE = uint256(uint128(type(int128).max));

    /// @dev Negative: a portfolio series that the account wrote. Positive: a fully backed one that it holds.
    struct AccountLeg {
        uint256 seriesId;
        int128 size;
        uint96 strike;
        bool isPut;
    }

    struct AccountState {
        uint256 collateral;
        uint64 auctionStart;
        uint64 lastSlice;
        bool opened;
        bool settled;
        AccountLeg[] legs;
    }

    mapping(bytes32 accountId => AccountState state) internal _accounts;
    mapping(bytes32 marketId => uint256 assets) internal _funds;
    mapping(uint256 seriesId => uint256 size) internal _totalShort;
    mapping(address asset => uint256 assets) private _held;
    mapping(address owner => mapping(address operator => bool approved)) private _operators;

    /// @inheritdoc IPortfolioClearinghouse
    function setAccountOperator(address operator, bool approved) external {
        _operators[msg.sender][operator] = approved;
        emit AccountOperatorSet(msg.sender, operator, approved);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function isAccountOperator(address owner, address operator) external view returns (bool approved) {
        return _operators[owner][operator];
    }

    /// @inheritdoc IPortfolioClearinghouse
    function isOpen(Account calldata account) external view returns (bool opened) {
        return _accounts[_idOf(account)].opened;
    }

    /// @inheritdoc IPortfolioClearinghouse
    function collateralOf(Account calldata account) external view returns (uint256 assets) {
        return _accounts[_idOf(account)].collateral;
    }

    /// @inheritdoc IPortfolioClearinghouse
    function positionsOf(Account calldata account)
        external
        view
        returns (uint256[] memory seriesIds, int256[] memory sizes)
    {
        AccountLeg[] storage legs = _accounts[_idOf(account)].legs;
        seriesIds = new uint256[](legs.length);
        sizes = new int256[](legs.length);
        for (uint256 i; i < legs.length; ++i) {
            (seriesIds[i], sizes[i]) = (legs[i].seriesId, legs[i].size);
        }
    }

    /// @inheritdoc IPortfolioClearinghouse
    function healthOf(Account calldata account) external view returns (Health memory health) {
        health.collateral = _accounts[_idOf(account)].collateral;
        (health.initial,) = _required(account, true);
        (health.maintenance, health.spot) = _required(account, false);
    }

    /// @inheritdoc IPortfolioClearinghouse
    function fundOf(Account calldata market) external view returns (uint256 assets) {
        return _funds[_marketIdOf(market)];
    }

    /// @inheritdoc IPortfolioClearinghouse
    function totalShort(uint256 seriesId) external view returns (uint256 size) {
        return _totalShort[seriesId];
    }

    /// @inheritdoc IPortfolioClearinghouse
    function totalHeld(address asset) external view returns (uint256 assets) {
        return _held[asset];
    }

    function _idOf(Account calldata account) internal pure returns (bytes32) {
        return keccak256(abi.encode(account));
    }

    function _marketIdOf(Account calldata account) internal pure returns (bytes32) {
        return keccak256(abi.encode(account.underlying, account.quote, account.settlementAsset));
    }

    /// @dev The state of an account that is open and not settled, before its expiry.
    function _live(Account calldata account) internal view returns (AccountState storage state) {
        state = _accounts[_idOf(account)];
        if (!state.opened) revert Portfolio_NotOpened(_idOf(account));
        if (block.timestamp >= account.expiry) revert Portfolio_Expired(account.expiry);
    }

    function _requireAuthorised(Account calldata account) internal view {
        if (msg.sender != account.owner && !_operators[account.owner][msg.sender]) {
            revert Portfolio_NotAuthorised(msg.sender, account.owner);
        }
    }

    /// @dev What the account must hold now; no price is asked for an account that is short nothing.
    /// @return required units of the settlement asset, rounded up
    /// @return spot 8 decimals
    function _required(Account calldata account, bool initial) internal view returns (uint256 required, uint256 spot) {
        MarginPosition[] memory positions = _positions(_accounts[_idOf(account)].legs);
        if (PortfolioMath.shortSize(positions) == 0) return (0, 0);
        (spot,) = ISettlementOracle(settlementOracle).spot(account.underlying, account.quote);
        required = IRiskBounds(riskBounds).requirementUp(_bookIdOf(account), positions, _unitOf(account), spot, initial);
    }

    /// @dev What every change that could make an account worse asks last.
    function _requireInitial(Account calldata account) internal view returns (uint256 required, uint256 spot) {
        (required, spot) = _required(account, true);
        uint256 collateral = _accounts[_idOf(account)].collateral;
        if (collateral < required) revert Portfolio_Undercovered(_idOf(account), required, collateral, spot);
    }

    function _positions(AccountLeg[] storage legs) internal view returns (MarginPosition[] memory positions) {
        positions = new MarginPosition[](legs.length);
        for (uint256 i; i < positions.length; ++i) {
            AccountLeg memory leg = legs[i];
            positions[i] = MarginPosition(leg.strike, leg.isPut, leg.size);
        }
    }

    /// @dev The account's options of a series, negative when short.
    function _sizeOf(AccountState storage state, uint256 seriesId) internal view returns (int256 size) {
        uint256 index = _indexOf(state.legs, seriesId);
        return index == state.legs.length ? int256(0) : int256(state.legs[index].size);
    }

    /// @dev Adds a signed number of options of the series that the leg names; the caller keeps the sign of a series what it is, and the sums.
    function _addToLeg(Account calldata account, AccountLeg memory leg) internal returns (int256 size) {
        AccountLeg[] storage legs = _accounts[_idOf(account)].legs;
        uint256 index = _indexOf(legs, leg.seriesId);
        if (index == legs.length) {
            if (index == MarginMath.MAX_LEGS) revert Portfolio_TooManyLegs(_idOf(account), MarginMath.MAX_LEGS);
            legs.push(AccountLeg(leg.seriesId, 0, leg.strike, leg.isPut));
        }
        size = int256(legs[index].size) + leg.size;
        if (SignedMath.abs(size) > MAX_SIZE) revert Portfolio_SizeOutOfRange(SignedMath.abs(size), MAX_SIZE);
        legs[index].size = int128(size);
        if (size != 0) return size;
        if (index != legs.length - 1) legs[index] = legs[legs.length - 1];
        legs.pop();
    }

    /// @dev A leg of a series of the account's book.
    function _legOf(Account calldata account, Series memory series, uint256 seriesId, int256 size)
        internal
        pure
        returns (AccountLeg memory)
    {
        if (_bookIdOfSeries(series) != _bookIdOf(account)) revert Portfolio_OtherBook(seriesId, _idOf(account));
        if (size == 0) revert Portfolio_ZeroSize(seriesId);
        if (SignedMath.abs(size) > MAX_SIZE) revert Portfolio_SizeOutOfRange(SignedMath.abs(size), MAX_SIZE);
        return AccountLeg(seriesId, int128(size), uint96(series.strike), series.isPut);
    }

    /// @dev Takes `assets` from the caller and insists that exactly these arrived.
    function _pull(address asset, uint256 assets) internal {
        if (assets == 0) return;
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        uint256 arrived = IERC20(asset).balanceOf(address(this)) - before;
        if (arrived != assets) revert Portfolio_TransferMismatch(asset, assets, arrived);
        _held[asset] += assets;
    }

    /// @dev Nothing is sent when there is nothing to send: some tokens refuse a transfer of zero.
    function _push(address asset, uint256 assets, address receiver) internal {
        _requireReceiver(receiver);
        if (assets == 0) return;
        _held[asset] -= assets;
        IERC20(asset).safeTransfer(receiver, assets);
    }

    /// @dev What the clearinghouse has paid here.
    function _receive(address asset, uint256 assets) internal {
        _held[asset] += assets;
    }

    function _addToFund(Account calldata market, uint256 assets) internal {
        if (assets == 0) return;
        uint256 balance = _funds[_marketIdOf(market)] + assets;
        _funds[_marketIdOf(market)] = balance;
        emit FundChanged(_marketIdOf(market), msg.sender, int256(assets), balance);
    }

    function _takeFromFund(Account calldata market, uint256 assets) internal {
        if (assets == 0) return;
        uint256 balance = _funds[_marketIdOf(market)] - assets;
        _funds[_marketIdOf(market)] = balance;
        emit FundChanged(_marketIdOf(market), address(this), -int256(assets), balance);
    }

    function _requireReceiver(address receiver) internal view {
        if (receiver == address(this)) revert Portfolio_InvalidReceiver(receiver);
    }

    /// @dev Long tokens sent here by a holder would be nobody's.
    function _update(address from, address to, uint256 seriesId, uint256 size) internal override {
        _requireReceiver(to);
        super._update(from, to, seriesId, size);
    }

    function _indexOf(AccountLeg[] storage legs, uint256 seriesId) private view returns (uint256 index) {
        uint256 count = legs.length;
        while (index < count && legs[index].seriesId != seriesId) ++index;
    }
}
