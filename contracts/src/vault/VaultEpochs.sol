// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../clearing/IClearinghouse.sol";
import {SettlementUnit} from "../clearing/MarginMath.sol";
import {ISettlementOracle} from "../oracle/ISettlementOracle.sol";
import {IStrategyPolicy, LegTemplate, Terms} from "./IStrategyPolicy.sol";
import {Epoch, IStrategyVault, Phase, VaultConfig} from "./IStrategyVault.sol";
import {Backing, ShareMath} from "./ShareMath.sol";
import {VaultBatches} from "./VaultBatches.sol";
import {VaultDeposits} from "./VaultDeposits.sol";
import {VaultRedemptions} from "./VaultRedemptions.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title VaultEpochs
/// @notice The life of an epoch: opened by the curator, sold through the quote book, settled by anyone.
abstract contract VaultEpochs is VaultRedemptions {
    using SafeERC20 for IERC20;

    /// @inheritdoc IStrategyVault
    address public immutable override underlying;
    /// @inheritdoc IStrategyVault
    address public immutable override quote;
    /// @inheritdoc IStrategyVault
    address public immutable override clearinghouse;
    /// @inheritdoc IStrategyVault
    address public immutable override quoteBook;
    /// @inheritdoc IStrategyVault
    address public immutable override policy;

    /// @inheritdoc IStrategyVault
    uint256 public override highWaterMark = ShareMath.WAD;
    /// @inheritdoc IStrategyVault
    uint64 public override idleSince;

    Epoch internal _epoch;
    Terms internal _terms;

    constructor(VaultConfig memory config)
        VaultBatches(config.name, config.symbol, _scaleOf(config.asset))
        VaultDeposits(config.asset)
    {
        if (config.asset != config.underlying && config.asset != config.quote) {
            revert StrategyVault_UnfitAsset(config.asset, IERC20Metadata(config.asset).decimals());
        }
        underlying = config.underlying;
        quote = config.quote;
        clearinghouse = config.clearinghouse;
        quoteBook = config.quoteBook;
        policy = config.policy;
        idleSince = uint64(block.timestamp);
        _terms = IStrategyPolicy(config.policy).terms();
    }

    /// @inheritdoc IStrategyVault
    function openEpoch(uint256[] calldata strikes, uint64 expiry, uint256 floorPerUnit) external nonReentrant {
        _requireCurator();
        _requirePhase(Phase.Idle);
        Terms memory agreed = IStrategyPolicy(policy).terms();
        _terms = agreed;
        _executeIdle();
        (uint256 spot,) = ISettlementOracle(IClearinghouse(clearinghouse).settlementOracle()).spot(underlying, quote);
        IStrategyPolicy(policy).check(spot, strikes, uint64(block.timestamp), expiry);
        Epoch storage opened = _epoch;
        opened.number += 1;
        opened.phase = Phase.Selling;
        opened.cleared = false;
        opened.openedAt = uint64(block.timestamp);
        opened.saleEnd = uint64(block.timestamp) + agreed.saleDuration;
        opened.clearEnd = opened.saleEnd + agreed.clearWindow;
        opened.expiry = expiry;
        opened.sizeSold = 0;
        opened.floorPerUnit = floorPerUnit;
        opened.spotAtOpen = spot;
        opened.assetsAtOpen = totalAssets();
        opened.premium = 0;
        opened.strikes = strikes;
        opened.seriesIds = _createSeries(strikes, expiry);
        opened.sizeOffered = _placeMargin(strikes, agreed.maxLossBps);
        emit EpochOpened(
            opened.number, strikes, expiry, opened.saleEnd, opened.sizeOffered, floorPerUnit, spot, opened.assetsAtOpen
        );
    }

    /// @inheritdoc IStrategyVault
    function recordSale(address maker, uint256 size, uint256 premium) external nonReentrant {
        _requireClearing();
        Epoch storage open = _epoch;
        uint256 available = open.sizeOffered - open.sizeSold;
        if (size == 0) revert StrategyVault_ZeroAmount();
        if (size > available) revert StrategyVault_ExceedsOffer(size, available);
        uint256 floor = Math.mulDiv(open.floorPerUnit, size, ShareMath.WAD, Math.Rounding.Ceil);
        if (premium < floor) revert StrategyVault_PremiumBelowFloor(premium, floor);
        open.sizeSold += size;
        open.premium += int256(premium);
        _idleAssets += premium;
        uint256 held = IERC20(asset).balanceOf(address(this));
        if (held < _accountedBalance()) revert StrategyVault_PremiumMissing(held, _accountedBalance());
        emit OptionsSold(open.number, maker, size, premium);
    }

    /// @inheritdoc IStrategyVault
    function recordClear() external nonReentrant {
        _requireClearing();
        Epoch storage open = _epoch;
        open.cleared = true;
        if (open.sizeSold > 0) open.phase = Phase.Live;
        IClearinghouse(clearinghouse).setAccountOperator(quoteBook, false);
        emit SaleCleared(open.number, open.sizeSold, open.premium);
    }

    /// @inheritdoc IStrategyVault
    function settleEpoch() external nonReentrant {
        Epoch memory closing = _epoch;
        uint256 price = _requireOver(closing);
        uint256 payout = _recoverMargin(closing);
        (uint256 managementFee, uint256 performanceFee) = _takeFees(closing);
        _fixPrice();
        (uint256 deposited, uint256 redeemed) = _executeRequests(_terms.cap);
        _epoch.phase = Phase.Idle;
        idleSince = uint64(block.timestamp);
        emit EpochSettled(
            closing.number,
            price,
            closing.assetsAtOpen,
            closing.premium,
            payout,
            0,
            managementFee,
            performanceFee,
            sharePrice,
            highWaterMark,
            deposited,
            redeemed
        );
    }

    /// @inheritdoc IStrategyVault
    function closeEmptyEpoch() external nonReentrant {
        _requirePhase(Phase.Idle);
        uint256 until = uint256(idleSince) + _terms.openWindow;
        if (block.timestamp < until) revert StrategyVault_OpenWindowRunning(until);
        idleSince = uint64(block.timestamp);
        _executeIdle();
    }

    /// @inheritdoc IStrategyVault
    function marginAccount() public view returns (Account memory account) {
        return Account({
            owner: address(this),
            subId: _epoch.number,
            underlying: underlying,
            quote: quote,
            settlementAsset: asset,
            expiry: _epoch.expiry
        });
    }

    function _executeIdle() private {
        uint256 executed = batch;
        (uint256 deposited, uint256 redeemed) = _executeRequests(_terms.cap);
        emit RequestsExecuted(executed, sharePrice, deposited, redeemed);
    }

    function _createSeries(uint256[] calldata strikes, uint64 expiry) private returns (uint256[] memory seriesIds) {
        LegTemplate[] memory legs = IStrategyPolicy(policy).legs();
        seriesIds = new uint256[](legs.length);
        for (uint256 i; i < legs.length; ++i) {
            Series memory series = Series({
                underlying: underlying,
                quote: quote,
                settlementAsset: asset,
                strike: strikes[i],
                expiry: expiry,
                isPut: legs[i].isPut,
                fullyBacked: true
            });
            seriesIds[i] = IClearinghouse(clearinghouse).createSeries(series);
        }
    }

    /// @dev Offers what the budget covers in the worst case, and puts exactly that cover into the clearinghouse.
    /// @param maxLossBps of the assets
    /// @return size packages, 18 decimals
    function _placeMargin(uint256[] calldata strikes, uint256 maxLossBps) private returns (uint256 size) {
        uint256 budget = totalAssets() * maxLossBps / 10_000;
        SettlementUnit memory unit = SettlementUnit(asset == underlying, IERC20Metadata(asset).decimals());
        uint256 perPackage = IStrategyPolicy(policy).collateralUp(strikes, ShareMath.WAD, unit);
        if (perPackage > 0 && totalSupply() > 0) size = Math.mulDiv(budget, ShareMath.WAD, perPackage);
        if (size == 0) revert StrategyVault_NothingToSell(totalSupply(), budget, perPackage);
        uint256 margin = IStrategyPolicy(policy).collateralUp(strikes, size, unit);
        _idleAssets -= margin;
        _margin = margin;
        IERC20(asset).forceApprove(clearinghouse, margin);
        IClearinghouse(clearinghouse).depositCollateral(marginAccount(), margin);
        IClearinghouse(clearinghouse).setAccountOperator(quoteBook, true);
    }

    /// @dev The settlement price, 8 decimals, or 0 for an epoch that sold nothing and can no longer sell.
    function _requireOver(Epoch memory closing) private view returns (uint256 price) {
        if (closing.phase == Phase.Idle) revert StrategyVault_WrongPhase(closing.phase);
        if (closing.sizeSold == 0) {
            if (!closing.cleared && block.timestamp <= closing.clearEnd) {
                revert StrategyVault_SaleOpen(closing.clearEnd);
            }
            return 0;
        }
        address oracle = IClearinghouse(clearinghouse).settlementOracle();
        bool settled;
        (settled, price) = ISettlementOracle(oracle).settlementPrice(underlying, quote, closing.expiry);
        if (!settled) revert StrategyVault_NoSettlementPrice(closing.expiry);
    }

    /// @dev Brings the margin back, whoever may already have settled the account.
    /// @return payout margin put in less margin back, in asset units
    function _recoverMargin(Epoch memory closing) private returns (uint256 payout) {
        IClearinghouse house = IClearinghouse(clearinghouse);
        Account memory account = marginAccount();
        uint256 back;
        if (closing.sizeSold == 0) {
            if (!closing.cleared) house.setAccountOperator(quoteBook, false);
            back = house.collateralOf(account);
            if (back > 0) house.withdrawCollateral(account, back, address(this));
        } else {
            house.settleAccount(account);
        }
        uint256 claim = house.claimOf(address(this), asset);
        if (claim > 0) house.withdrawClaim(asset, claim, address(this));
        back += claim;
        uint256 margin = _margin;
        _margin = 0;
        _idleAssets += back;
        if (back > margin) emit MarginSurplus(closing.number, back - margin);
        return Math.saturatingSub(margin, back);
    }

    /// @dev Mints the fees as shares. Fees in asset units.
    function _takeFees(Epoch memory closing) private returns (uint256 managementFee, uint256 performanceFee) {
        Terms memory agreed = _terms;
        Backing memory backing = Backing(_idleAssets, totalSupply(), SCALE);
        uint256 last = closing.sizeSold > 0 ? closing.expiry : closing.clearEnd;
        uint256 elapsed = Math.min(block.timestamp, last) - closing.openedAt;
        managementFee = ShareMath.managementFeeDown(backing.assets, agreed.managementFeeBps, elapsed);
        backing.assets -= managementFee;
        performanceFee = ShareMath.performanceFeeDown(backing, highWaterMark, agreed.performanceFeeBps);
        backing.assets += managementFee;
        uint256 shares = ShareMath.feeSharesDown(backing, managementFee + performanceFee);
        if (shares > 0) _mint(agreed.feeRecipient, shares);
    }

    function _fixPrice() private {
        Backing memory backing = Backing(_idleAssets, totalSupply(), SCALE);
        sharePrice = ShareMath.priceDown(backing);
        depositPrice = ShareMath.priceUp(backing);
        if (sharePrice == 0) isDead = true;
        if (sharePrice > highWaterMark) highWaterMark = sharePrice;
    }

    function _minRequest() internal view override returns (uint256) {
        return _terms.minRequest;
    }

    function _requireCurator() private view {
        address curator = IStrategyPolicy(policy).curator();
        if (msg.sender != curator) revert StrategyVault_OnlyCurator(msg.sender, curator);
    }

    function _requirePhase(Phase phase) private view {
        if (_epoch.phase != phase) revert StrategyVault_WrongPhase(_epoch.phase);
    }

    function _requireClearing() private view {
        if (msg.sender != quoteBook) revert StrategyVault_OnlyQuoteBook(msg.sender);
        _requirePhase(Phase.Selling);
        Epoch storage open = _epoch;
        if (open.cleared) revert StrategyVault_AlreadyCleared();
        if (block.timestamp < open.saleEnd || block.timestamp > open.clearEnd) {
            revert StrategyVault_NotClearing(open.saleEnd, open.clearEnd, block.timestamp);
        }
    }

    function _scaleOf(address asset_) private view returns (uint256) {
        uint256 decimals_ = IERC20Metadata(asset_).decimals();
        if (decimals_ < 6 || decimals_ > 18) revert StrategyVault_UnfitAsset(asset_, decimals_);
        return 10 ** (18 - decimals_);
    }
}
