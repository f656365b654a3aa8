// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault} from "./IStrategyVault.sol";
import {ShareMath} from "./ShareMath.sol";
import {IERC7540Operator} from "./standards/IERC7540Operator.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

/// @notice How one batch of requests was executed.
/// @param pendingAssets deposits that waited, in asset units
/// @param acceptedAssets of these, what fitted under the cap
/// @param price at which shares were redeemed, a Wad
/// @param depositPrice at which shares were issued, a Wad
struct Batch {
    uint256 pendingAssets;
    uint256 acceptedAssets;
    uint256 price;
    uint256 depositPrice;
}

/// @notice One claim, of shares or of assets.
struct Claim {
    address controller;
    address receiver;
    uint256 assets;
    uint256 shares;
}

/// @title VaultBatches
/// @notice Share token, operators, the vault's accounts, and the execution of all waiting requests at one price in O(1).
///
/// A controller's own numbers are not touched by an execution. They are brought up to date from the record of the batch, also in O(1), when
/// the controller is next looked at or acted for.
abstract contract VaultBatches is IStrategyVault, IERC7540Operator, ERC20, ReentrancyGuardTransient {
    /// @dev The only request id there is.
    uint256 internal constant REQUEST_ID = 0;

    /// @dev 10^(18 − decimals of the asset).
    uint256 internal immutable SCALE;

    string private _name;
    string private _symbol;

    /// @inheritdoc IStrategyVault
    uint256 public override batch;
    /// @inheritdoc IStrategyVault
    uint256 public override sharePrice = ShareMath.WAD;
    /// @inheritdoc IStrategyVault
    uint256 public override depositPrice = ShareMath.WAD;
    /// @inheritdoc IStrategyVault
    bool public override isDead;
    /// @inheritdoc IStrategyVault
    bool public override depositsPaused;

    /// @inheritdoc IERC7540Operator
    mapping(address controller => mapping(address operator => bool approved)) public override isOperator;

    mapping(uint256 batch => Batch record) internal _batches;

    /// @dev Assets of the shares that lie in the vault itself, in asset units.
    uint256 internal _idleAssets;
    /// @dev Assets of the shares that lie in the clearinghouse, at what was put in, in asset units.
    uint256 internal _margin;
    uint256 internal _pendingDepositAssets;
    uint256 internal _pendingRedeemShares;
    uint256 internal _redemptionReserves;
    uint256 internal _refundReserves;

    constructor(string memory name_, string memory symbol_, uint256 scale) {
        _name = name_;
        _symbol = symbol_;
        SCALE = scale;
    }

    /// @inheritdoc IERC7540Operator
    function setOperator(address operator, bool approved) external returns (bool success) {
        isOperator[msg.sender][operator] = approved;
        emit OperatorSet(msg.sender, operator, approved);
        return true;
    }

    /// @inheritdoc IStrategyVault
    function pendingTotals() external view returns (uint256 depositAssets, uint256 redeemShares) {
        return (_pendingDepositAssets, _pendingRedeemShares);
    }

    /// @inheritdoc IStrategyVault
    function claimableReserves() external view returns (uint256 redemptions, uint256 refunds) {
        return (_redemptionReserves, _refundReserves);
    }

    /// @notice Assets that belong to the shares, in asset units: idle and margin. Requests, claims and gifts are no part of it, and open
    /// options are not valued.
    function totalAssets() public view virtual returns (uint256) {
        return _idleAssets + _margin;
    }

    function name() public view override returns (string memory) {
        return _name;
    }

    function symbol() public view override returns (string memory) {
        return _symbol;
    }

    /// @dev What the vault itself must hold of its asset, in asset units.
    function _accountedBalance() internal view returns (uint256) {
        return _idleAssets + _pendingDepositAssets + _redemptionReserves + _refundReserves;
    }

    /// @dev Executes all requests that wait, redemptions first so that they make room under the cap, at the share price as it stands.
    /// Nothing is in the clearinghouse now.
    /// @param cap most assets the vault may hold, in asset units
    /// @return deposited assets that became shares, in asset units
    /// @return redeemed assets set aside for claims, in asset units
    function _executeRequests(uint256 cap) internal returns (uint256 deposited, uint256 redeemed) {
        redeemed = _executeRedemptions();
        uint256 waiting = _pendingDepositAssets;
        deposited = isDead ? 0 : Math.min(waiting, Math.saturatingSub(cap, _idleAssets));
        _batches[batch++] = Batch(waiting, deposited, sharePrice, depositPrice);
        if (waiting == 0) return (deposited, redeemed);
        _pendingDepositAssets = 0;
        _refundReserves += waiting - deposited;
        _idleAssets += deposited;
        if (deposited > 0) _mint(address(this), ShareMath.toSharesDown(deposited, SCALE, depositPrice));
    }

    function _executeRedemptions() private returns (uint256 redeemed) {
        uint256 shares = _pendingRedeemShares;
        if (shares == 0) return 0;
        redeemed = ShareMath.toAssetsDown(shares, SCALE, sharePrice);
        _pendingRedeemShares = 0;
        _idleAssets -= redeemed;
        _redemptionReserves += redeemed;
        _burn(address(this), shares);
    }

    /// @dev An allowance to any contract is what was approved.
    function _givePermit2InfiniteAllowance() internal pure override returns (bool) {
        return false;
    }

    /// @dev Shares never go to the zero address: they would stay in the supply, with nobody to redeem them.
    function _beforeTokenTransfer(address from, address to, uint256) internal view override {
        if (to == address(0) && from != address(this)) revert StrategyVault_ZeroReceiver();
    }

    /// @dev Hands out shares that lie in the vault.
    function _sendShares(address receiver, uint256 shares) internal {
        if (receiver == address(0)) revert StrategyVault_ZeroReceiver();
        _transfer(address(this), receiver, shares);
    }

    function _requireAuthorized(address account) internal view {
        if (msg.sender != account && !isOperator[account][msg.sender]) {
            revert StrategyVault_NotAuthorized(msg.sender, account);
        }
    }

    function _requireKnown(uint256 requestId) internal pure {
        if (requestId != REQUEST_ID) revert StrategyVault_UnknownRequest(requestId);
    }

    /// @dev A claim takes more than nothing, and at most what is claimable.
    function _requireClaimable(uint256 requested, uint256 claimable) internal pure {
        if (requested == 0) revert StrategyVault_ZeroAmount();
        if (requested > claimable) revert StrategyVault_ExceedsClaimable(requested, claimable);
    }
}
