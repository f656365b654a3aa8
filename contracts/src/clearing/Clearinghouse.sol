// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, PackageLeg, Series} from "./IClearinghouse.sol";
import {MarginAccounts} from "./MarginAccounts.sol";
import {MarginMath, MarginPosition} from "./MarginMath.sol";
import {SeriesRegistry} from "./SeriesRegistry.sol";
import {IERC20, SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Clearinghouse
/// @notice European options, cash-settled and fully backed: series, long tokens, margin accounts, settlement.
///
/// Roles. None: no owner, no pause, no fee, no upgrade. An account is its owner's and the owner's operators'; an operator can do to
/// the accounts what the owner can, but has no power over claims. Anyone may create a series of a pair that the settlement oracle knows,
/// add collateral to an account before the expiry, and settle an account after it.
///
/// Accounting. An account is `(owner, subId, book)`, a book `(underlying, quote, settlementAsset, expiry)`; it holds at most eight series
/// of its book, each as a signed size, and collateral in the settlement asset. The shorts of a series equal the supply of its token until
/// accounts of it settle; what accounts are long of is held as tokens by this contract. `totalHeld(asset)` counts what came in less what
/// went out, never `balanceOf`. After every change that could make an account worse its collateral covers the worst case over all prices
/// from 0 to infinity (MarginMath). At any price the exact payoffs of all accounts and holders of a series add up to zero; so no price,
/// and no holder who never comes, leaves a claim without money.
///
/// Rounding. Once per account: its legs are netted exactly, then rounded against the account to units of the settlement asset. Once per
/// exercise: down. What is lost to rounding stays here.
///
/// Oracle. Asked only after the expiry, and only for `settlementPrice`, which is final. `createSeries` fixes the feeds of an expiry before
/// the series exists.
///
/// Token requirements. The settlement asset is an ERC-20 of at most 18 decimals (recorded once) that credits what was sent; one with a fee
/// on transfer is refused at the deposit. A token that changes balances by itself, or whose issuer seizes them here, is not supported.
///
/// Liveness. Settling, exercising and claiming need nobody's help once the price is final, and have no deadline. Payouts are pulled and go
/// to a receiver of the claimant's choice, so a receiver that the token blocks stops nobody else.
///
/// Known limits. Portfolio series are refused. Rounding dust is not recovered. Tokens sent here without a call are lost. A loss that the
/// issuer of a settlement asset causes is borne by those who claim last.
contract Clearinghouse is MarginAccounts, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using SafeCast for uint256;

    /// @dev 10^18, the scale of sizes and ratios.
    uint256 private constant SIZE_SCALE = 1e18;

    mapping(address owner => mapping(address asset => uint256 assets)) private _claims;
    mapping(address asset => uint256 assets) private _held;

    constructor(address oracle) SeriesRegistry(oracle) {}

    /// @inheritdoc IClearinghouse
    function depositCollateral(Account calldata account, uint256 assets) external nonReentrant {
        _requireBeforeExpiry(account);
        _unitOf(account.underlying, account.settlementAsset);
        bytes32 accountId = accountIdOf(account);
        _accounts[accountId].collateral += assets;
        _pull(account.settlementAsset, assets);
        emit CollateralDeposited(accountId, msg.sender, assets);
    }

    /// @inheritdoc IClearinghouse
    function withdrawCollateral(Account calldata account, uint256 assets, address receiver) external nonReentrant {
        _requireAuthorised(account);
        bytes32 accountId = accountIdOf(account);
        AccountState storage state = _accounts[accountId];
        if (state.settled) revert Clearinghouse_AccountSettled(accountId);
        if (assets > state.collateral) {
            revert Clearinghouse_InsufficientCollateral(accountId, assets, state.collateral);
        }
        state.collateral -= assets;
        _requireCovered(account, accountId);
        _push(account.settlementAsset, assets, receiver);
        emit CollateralWithdrawn(accountId, receiver, assets);
    }

    /// @inheritdoc IClearinghouse
    function openPackage(Account calldata account, Account calldata counter, PackageLeg[] calldata legs, uint256 size)
        external
        nonReentrant
    {
        _requireTradable(account);
        _requireTradable(counter);
        bytes32 accountId = accountIdOf(account);
        bytes32 counterId = accountIdOf(counter);
        if (accountId == counterId) revert Clearinghouse_SameAccount(accountId);
        if (!_sameBook(account, counter)) revert Clearinghouse_BooksDiffer(accountId, counterId);
        if (legs.length == 0) revert Clearinghouse_NoLegs();
        for (uint256 i; i < legs.length; ++i) {
            int256 change = Math.mulDiv(legs[i].ratio, size, SIZE_SCALE).toInt256();
            if (!legs[i].isLong) change = -change;
            _changePosition(account, accountId, legs[i].seriesId, change);
            _changePosition(counter, counterId, legs[i].seriesId, -change);
        }
        _requireCovered(account, accountId);
        _requireCovered(counter, counterId);
        emit PackageOpened(accountId, counterId, legs, size);
    }

    /// @inheritdoc IClearinghouse
    function write(Account calldata account, uint256 seriesId, uint256 size, address receiver) external nonReentrant {
        _requireTradable(account);
        _requireReceiver(receiver);
        bytes32 accountId = accountIdOf(account);
        _changePosition(account, accountId, seriesId, -size.toInt256());
        _mint(receiver, seriesId, size);
        _requireCovered(account, accountId);
        emit OptionsWritten(accountId, seriesId, receiver, size);
    }

    /// @inheritdoc IClearinghouse
    function depositLong(Account calldata account, uint256 seriesId, uint256 size) external nonReentrant {
        _requireTradable(account);
        bytes32 accountId = accountIdOf(account);
        _burn(msg.sender, seriesId, size);
        _changePosition(account, accountId, seriesId, size.toInt256());
        emit LongDeposited(accountId, seriesId, size);
    }

    /// @inheritdoc IClearinghouse
    function withdrawLong(Account calldata account, uint256 seriesId, uint256 size, address receiver)
        external
        nonReentrant
    {
        _requireTradable(account);
        _requireReceiver(receiver);
        bytes32 accountId = accountIdOf(account);
        int256 held = _sizeOf(accountId, seriesId);
        uint256 long = held > 0 ? uint256(held) : 0;
        if (size > long) revert Clearinghouse_InsufficientLong(seriesId, size, long);
        _changePosition(account, accountId, seriesId, -int256(size));
        _mint(receiver, seriesId, size);
        _requireCovered(account, accountId);
        emit LongWithdrawn(accountId, seriesId, receiver, size);
    }

    /// @inheritdoc IClearinghouse
    function burn(Account calldata account, uint256 seriesId, uint256 size) external nonReentrant {
        _requireTradable(account);
        bytes32 accountId = accountIdOf(account);
        int256 held = _sizeOf(accountId, seriesId);
        uint256 short = held < 0 ? uint256(-held) : 0;
        if (size > short) revert Clearinghouse_InsufficientShort(seriesId, size, short);
        _burn(msg.sender, seriesId, size);
        _changePosition(account, accountId, seriesId, int256(size));
        emit OptionsBurned(accountId, seriesId, size);
    }

    /// @inheritdoc IClearinghouse
    function settleAccount(Account calldata account) external nonReentrant returns (uint256 payout) {
        bytes32 accountId = accountIdOf(account);
        AccountState storage state = _accounts[accountId];
        if (state.settled) return state.payout;
        uint256 price = _finalPrice(account.underlying, account.quote, account.expiry);
        int256 net = _netPayoffDown(account, accountId, price);
        uint256 owed = net < 0 ? uint256(-net) : 0;
        uint256 received = net > 0 ? uint256(net) : 0;
        payout = state.collateral + received - owed;
        state.collateral = 0;
        state.payout = payout.toUint248();
        state.settled = true;
        _closePositions(accountId);
        _claims[account.owner][account.settlementAsset] += payout;
        emit AccountSettled(accountId, account.owner, price, owed, received, payout);
    }

    /// @inheritdoc IClearinghouse
    function exercise(uint256 seriesId, uint256 size, address receiver) external nonReentrant returns (uint256 assets) {
        Series memory series = _seriesOf(seriesId);
        uint256 price = _finalPrice(series.underlying, series.quote, series.expiry);
        _burn(msg.sender, seriesId, size);
        assets = MarginMath.claimDown(
            MarginPosition(series.strike, series.isPut, size.toInt256()),
            price,
            _unitOf(series.underlying, series.settlementAsset)
        );
        _push(series.settlementAsset, assets, receiver);
        emit Exercised(seriesId, msg.sender, receiver, size, assets);
    }

    /// @inheritdoc IClearinghouse
    function withdrawClaim(address asset, uint256 assets, address receiver) external nonReentrant {
        uint256 claim = _claims[msg.sender][asset];
        if (assets > claim) revert Clearinghouse_InsufficientClaim(msg.sender, asset, assets, claim);
        _claims[msg.sender][asset] = claim - assets;
        _push(asset, assets, receiver);
        emit ClaimWithdrawn(msg.sender, asset, receiver, assets);
    }

    /// @inheritdoc IClearinghouse
    function claimOf(address owner, address asset) external view returns (uint256 assets) {
        return _claims[owner][asset];
    }

    /// @inheritdoc IClearinghouse
    function totalHeld(address asset) external view returns (uint256 assets) {
        return _held[asset];
    }

    function _netPayoffDown(Account calldata account, bytes32 accountId, uint256 price) private view returns (int256) {
        MarginPosition[] memory positions = _marginPositions(accountId);
        if (positions.length == 0) return 0;
        return MarginMath.netPayoffDown(positions, price, _unitOf(account.underlying, account.settlementAsset));
    }

    /// @dev Takes `assets` from the caller and insists that exactly these arrived.
    function _pull(address asset, uint256 assets) private {
        if (assets == 0) return;
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(msg.sender, address(this), assets);
        uint256 arrived = IERC20(asset).balanceOf(address(this)) - before;
        if (arrived != assets) revert Clearinghouse_TransferMismatch(asset, assets, arrived);
        _held[asset] += assets;
    }

    /// @dev Nothing is sent when there is nothing to send: some tokens refuse a transfer of zero.
    function _push(address asset, uint256 assets, address receiver) private {
        _requireReceiver(receiver);
        if (assets == 0) return;
        _held[asset] -= assets;
        IERC20(asset).safeTransfer(receiver, assets);
    }

    function _sameBook(Account calldata account, Account calldata counter) private pure returns (bool) {
        return account.underlying == counter.underlying && account.quote == counter.quote
            && account.settlementAsset == counter.settlementAsset && account.expiry == counter.expiry;
    }
}
