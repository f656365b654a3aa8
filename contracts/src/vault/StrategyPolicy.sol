// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../clearing/MarginMath.sol";
import {IStrategyPolicy, LegBounds, LegTemplate, Terms} from "./IStrategyPolicy.sol";
import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title StrategyPolicy
/// @notice The bounds of one vault.
///
/// Roles. The owner, a timelock, sets terms, bounds, curator and guardian. The curator and the guardian act on the vault, not here.
/// Accounting. None: the contract holds nothing.
/// Rounding. Moneyness is compared by cross-multiplication, exactly.
/// Oracle. None: the caller of `check` brings the spot price.
/// Liveness. A vault keeps the terms it copied; nothing that happens here can keep anyone in it.
/// Known limits. Legs stand in the order of their strikes and never change. Terms are refused only where no vault could work with them
/// (`MAX_…`); whether they are wise is the timelock's to judge in public for 72 hours.
contract StrategyPolicy is IStrategyPolicy, Ownable2Step {
    uint256 public constant MAX_LEGS = 8;
    uint32 public constant MAX_TENOR = 366 days;
    uint32 public constant MAX_OPEN_WINDOW = 90 days;
    uint16 public constant MAX_MANAGEMENT_FEE_BPS = 500;
    uint16 public constant MAX_PERFORMANCE_FEE_BPS = 3_000;
    uint256 private constant BPS = 10_000;

    LegTemplate[] private _legs;
    LegBounds[] private _bounds;
    Terms private _terms;

    /// @inheritdoc IStrategyPolicy
    address public override curator;
    /// @inheritdoc IStrategyPolicy
    address public override guardian;

    constructor(
        address owner,
        LegTemplate[] memory legs_,
        LegBounds[] memory bounds_,
        Terms memory terms_,
        address curator_,
        address guardian_
    ) Ownable(owner) {
        if (legs_.length == 0 || legs_.length > MAX_LEGS) {
            revert StrategyPolicy_LegCount(legs_.length, MAX_LEGS);
        }
        for (uint256 i; i < legs_.length; ++i) {
            if (legs_[i].ratio == 0) revert StrategyPolicy_ZeroRatio(i);
            _legs.push(legs_[i]);
        }
        _setBounds(bounds_);
        _setTerms(terms_);
        _setCurator(curator_);
        _setGuardian(guardian_);
    }

    /// @inheritdoc IStrategyPolicy
    function setTerms(Terms calldata terms_) external onlyOwner {
        _setTerms(terms_);
    }

    /// @inheritdoc IStrategyPolicy
    function setBounds(LegBounds[] calldata bounds_) external onlyOwner {
        _setBounds(bounds_);
    }

    /// @inheritdoc IStrategyPolicy
    function setCurator(address curator_) external onlyOwner {
        _setCurator(curator_);
    }

    /// @inheritdoc IStrategyPolicy
    function setGuardian(address guardian_) external onlyOwner {
        _setGuardian(guardian_);
    }

    /// @inheritdoc IStrategyPolicy
    function legs() external view returns (LegTemplate[] memory) {
        return _legs;
    }

    /// @inheritdoc IStrategyPolicy
    function bounds() external view returns (LegBounds[] memory) {
        return _bounds;
    }

    /// @inheritdoc IStrategyPolicy
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @inheritdoc IStrategyPolicy
    function check(uint256 spot, uint256[] calldata strikes, uint64 opensAt, uint64 expiry) external view {
        uint256 count = _legs.length;
        if (strikes.length != count) revert StrategyPolicy_StrikeCount(strikes.length, count);
        for (uint256 i; i < count; ++i) {
            _checkMoneyness(spot, strikes[i], i);
            if (i > 0) _checkOrder(strikes[i - 1], strikes[i], i);
        }
        uint256 tenor = expiry > opensAt ? expiry - opensAt : 0;
        if (tenor < _terms.minTenor || tenor > _terms.maxTenor) {
            revert StrategyPolicy_Tenor(tenor, _terms.minTenor, _terms.maxTenor);
        }
    }

    /// @inheritdoc IStrategyPolicy
    function collateralUp(uint256[] calldata strikes, uint256 size, SettlementUnit calldata unit)
        external
        view
        returns (uint256 assets)
    {
        uint256 count = _legs.length;
        MarginPosition[] memory positions = new MarginPosition[](count);
        for (uint256 i; i < count; ++i) {
            LegTemplate memory leg = _legs[i];
            int256 options = int256(Math.mulDiv(leg.ratio, size, 1e18));
            positions[i] = MarginPosition(strikes[i], leg.isPut, leg.isLong ? options : -options);
        }
        return MarginMath.requiredCollateralUp(positions, unit);
    }

    function _checkMoneyness(uint256 spot, uint256 strike, uint256 leg) private view {
        LegBounds memory bound = _bounds[leg];
        uint256 lowest = spot * bound.minMoneynessBps;
        uint256 highest = spot * bound.maxMoneynessBps;
        if (strike * BPS < lowest || strike * BPS > highest) {
            revert StrategyPolicy_StrikeOutOfBounds(leg, strike, lowest / BPS, highest / BPS);
        }
    }

    /// @dev Strikes ascend; a put and a call may share one (K2 = K3 of an iron butterfly), two legs of one kind may not.
    function _checkOrder(uint256 below, uint256 strike, uint256 leg) private view {
        bool mayBeEqual = _legs[leg].isPut != _legs[leg - 1].isPut;
        if (strike < below || (strike == below && !mayBeEqual)) revert StrategyPolicy_StrikeOrder(leg, below, strike);
    }

    function _setBounds(LegBounds[] memory bounds_) private {
        if (bounds_.length != _legs.length) revert StrategyPolicy_BoundsCount(bounds_.length, _legs.length);
        delete _bounds;
        for (uint256 i; i < bounds_.length; ++i) {
            LegBounds memory bound = bounds_[i];
            if (bound.minMoneynessBps == 0 || bound.minMoneynessBps > bound.maxMoneynessBps) {
                revert StrategyPolicy_EmptyBounds(i, bound.minMoneynessBps, bound.maxMoneynessBps);
            }
            _bounds.push(bound);
        }
        emit BoundsSet(bounds_);
    }

    function _setTerms(Terms memory terms_) private {
        uint256 saleAndClear = uint256(terms_.saleDuration) + terms_.clearWindow;
        if (terms_.saleDuration == 0 || terms_.clearWindow == 0 || terms_.minTenor <= saleAndClear) {
            revert StrategyPolicy_SaleTooLong(terms_.saleDuration, terms_.clearWindow, terms_.minTenor);
        }
        if (terms_.minTenor > terms_.maxTenor || terms_.maxTenor > MAX_TENOR) {
            revert StrategyPolicy_TenorRange(terms_.minTenor, terms_.maxTenor, MAX_TENOR);
        }
        if (terms_.openWindow > MAX_OPEN_WINDOW) revert StrategyPolicy_OpenWindow(terms_.openWindow, MAX_OPEN_WINDOW);
        if (terms_.maxLossBps == 0 || terms_.maxLossBps > BPS) revert StrategyPolicy_MaxLoss(terms_.maxLossBps, BPS);
        if (terms_.managementFeeBps > MAX_MANAGEMENT_FEE_BPS) {
            revert StrategyPolicy_ManagementFee(terms_.managementFeeBps, MAX_MANAGEMENT_FEE_BPS);
        }
        if (terms_.performanceFeeBps > MAX_PERFORMANCE_FEE_BPS) {
            revert StrategyPolicy_PerformanceFee(terms_.performanceFeeBps, MAX_PERFORMANCE_FEE_BPS);
        }
        if (terms_.minRequest == 0) revert StrategyPolicy_ZeroMinRequest();
        if (terms_.feeRecipient == address(0)) revert StrategyPolicy_ZeroAddress();
        _terms = terms_;
        emit TermsSet(terms_);
    }

    function _setCurator(address curator_) private {
        if (curator_ == address(0)) revert StrategyPolicy_ZeroAddress();
        curator = curator_;
        emit CuratorSet(curator_);
    }

    function _setGuardian(address guardian_) private {
        if (guardian_ == address(0)) revert StrategyPolicy_ZeroAddress();
        guardian = guardian_;
        emit GuardianSet(guardian_);
    }
}
