// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault} from "./IStrategyVault.sol";
import {ShareMath} from "./ShareMath.sol";
import {Claim} from "./VaultBatches.sol";
import {VaultDeposits} from "./VaultDeposits.sol";
import {IERC7540Redeem} from "./standards/IERC7540Redeem.sol";
import {IERC7575} from "./standards/IERC7575.sol";
import {IERC7887Redeem} from "./standards/IERC7887Redeem.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice A controller's side of redemptions.
/// @param pending shares that wait for batch `batch`, held by the vault
/// @param batch as which `pending` is executed
/// @param claimableShares executed redemptions, as the shares they came from
/// @param claimableAssets the assets of these
/// @param refundable cancelled shares, held by the vault
struct RedeemAccount {
    uint256 pending;
    uint256 batch;
    uint256 claimableShares;
    uint256 claimableAssets;
    uint256 refundable;
}

/// @title VaultRedemptions
/// @notice Redemption requests: made, cancelled, claimed. Nothing here can be paused.
abstract contract VaultRedemptions is VaultDeposits, IERC7540Redeem, IERC7887Redeem {
    mapping(address controller => RedeemAccount account) private _redemptions;

    /// @inheritdoc IERC7540Redeem
    function requestRedeem(uint256 shares, address controller, address owner)
        external
        nonReentrant
        returns (uint256 requestId)
    {
        if (controller == address(0)) revert StrategyVault_ZeroController();
        if (shares == 0) revert StrategyVault_ZeroAmount();
        if (msg.sender != owner && !isOperator[owner][msg.sender]) _spendAllowance(owner, msg.sender, shares);
        RedeemAccount memory account = _redeemAccount(controller);
        account.pending += shares;
        account.batch = batch;
        _redemptions[controller] = account;
        _pendingRedeemShares += shares;
        emit RedeemRequest(controller, owner, REQUEST_ID, msg.sender, shares);
        _transfer(owner, address(this), shares);
        return REQUEST_ID;
    }

    /// @inheritdoc IERC7887Redeem
    function cancelRedeemRequest(uint256 requestId, address controller) external nonReentrant {
        _requireKnown(requestId);
        _requireAuthorized(controller);
        RedeemAccount memory account = _redeemAccount(controller);
        if (account.pending == 0) revert StrategyVault_NothingPending(controller);
        _cancelRedeem(account, controller);
        _redemptions[controller] = account;
    }

    /// @inheritdoc IERC7887Redeem
    function claimCancelRedeemRequest(uint256 requestId, address receiver, address controller) external nonReentrant {
        _requireKnown(requestId);
        _requireAuthorized(controller);
        _returnShares(_redeemAccount(controller), receiver, controller);
    }

    /// @inheritdoc IStrategyVault
    function cancelRedeem(address receiver, address controller) external nonReentrant returns (uint256 shares) {
        _requireAuthorized(controller);
        RedeemAccount memory account = _redeemAccount(controller);
        if (account.pending > 0) _cancelRedeem(account, controller);
        return _returnShares(account, receiver, controller);
    }

    /// @inheritdoc IERC7575
    function redeem(uint256 shares, address receiver, address controller)
        external
        nonReentrant
        returns (uint256 assets)
    {
        _requireAuthorized(controller);
        RedeemAccount memory account = _redeemAccount(controller);
        _requireClaimable(shares, account.claimableShares);
        assets = Math.mulDiv(shares, account.claimableAssets, account.claimableShares);
        _payOut(account, Claim(controller, receiver, assets, shares));
    }

    /// @inheritdoc IERC7575
    function withdraw(uint256 assets, address receiver, address controller)
        external
        nonReentrant
        returns (uint256 shares)
    {
        _requireAuthorized(controller);
        RedeemAccount memory account = _redeemAccount(controller);
        _requireClaimable(assets, account.claimableAssets);
        shares = Math.mulDiv(assets, account.claimableShares, account.claimableAssets, Math.Rounding.Ceil);
        _payOut(account, Claim(controller, receiver, assets, shares));
    }

    /// @inheritdoc IERC7540Redeem
    function pendingRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares) {
        return requestId == REQUEST_ID ? _redeemAccount(controller).pending : 0;
    }

    /// @inheritdoc IERC7540Redeem
    function claimableRedeemRequest(uint256 requestId, address controller) external view returns (uint256 shares) {
        return requestId == REQUEST_ID ? _redeemAccount(controller).claimableShares : 0;
    }

    /// @inheritdoc IERC7887Redeem
    function pendingCancelRedeemRequest(uint256, address) external pure returns (bool isPending) {
        return false;
    }

    /// @inheritdoc IERC7887Redeem
    function claimableCancelRedeemRequest(uint256 requestId, address controller)
        external
        view
        returns (uint256 shares)
    {
        return requestId == REQUEST_ID ? _redeemAccount(controller).refundable : 0;
    }

    /// @inheritdoc IERC7575
    function maxRedeem(address controller) external view returns (uint256 maxShares) {
        return _redeemAccount(controller).claimableShares;
    }

    /// @inheritdoc IERC7575
    function maxWithdraw(address controller) external view returns (uint256 maxAssets) {
        return _redeemAccount(controller).claimableAssets;
    }

    /// @inheritdoc IERC7575
    function previewRedeem(uint256) external pure returns (uint256) {
        revert StrategyVault_NoPreview();
    }

    /// @inheritdoc IERC7575
    function previewWithdraw(uint256) external pure returns (uint256) {
        revert StrategyVault_NoPreview();
    }

    /// @dev The controller's account with an executed batch rolled into it.
    function _redeemAccount(address controller) internal view returns (RedeemAccount memory account) {
        account = _redemptions[controller];
        if (account.pending == 0 || account.batch == batch) return account;
        account.claimableShares += account.pending;
        account.claimableAssets += ShareMath.toAssetsDown(account.pending, SCALE, _batches[account.batch].price);
        account.pending = 0;
    }

    function _cancelRedeem(RedeemAccount memory account, address controller) private {
        uint256 shares = account.pending;
        account.pending = 0;
        account.refundable += shares;
        _pendingRedeemShares -= shares;
        emit CancelRedeemRequest(controller, REQUEST_ID, msg.sender);
    }

    function _returnShares(RedeemAccount memory account, address receiver, address controller)
        private
        returns (uint256 shares)
    {
        shares = account.refundable;
        if (shares == 0) revert StrategyVault_NothingRefundable(controller);
        account.refundable = 0;
        _redemptions[controller] = account;
        emit CancelRedeemClaim(controller, receiver, REQUEST_ID, msg.sender, shares);
        _sendShares(receiver, shares);
    }

    /// @dev What a partial claim rounds off stays in the account: all partial claims together are the whole claim, to the wei.
    function _payOut(RedeemAccount memory account, Claim memory claim) private {
        account.claimableShares -= claim.shares;
        account.claimableAssets -= claim.assets;
        _redemptions[claim.controller] = account;
        _redemptionReserves -= claim.assets;
        emit Withdraw(msg.sender, claim.receiver, claim.controller, claim.assets, claim.shares);
        _push(claim.receiver, claim.assets);
    }
}
