// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyPolicy, Terms} from "./IStrategyPolicy.sol";
import {Epoch, IStrategyVault, Requests, VaultConfig} from "./IStrategyVault.sol";
import {ShareMath} from "./ShareMath.sol";
import {DepositAccount} from "./VaultDeposits.sol";
import {VaultEpochs} from "./VaultEpochs.sol";
import {RedeemAccount} from "./VaultRedemptions.sol";
import {IERC7540Deposit} from "./standards/IERC7540Deposit.sol";
import {IERC7540Operator} from "./standards/IERC7540Operator.sol";
import {IERC7540Redeem} from "./standards/IERC7540Redeem.sol";
import {IERC7575} from "./standards/IERC7575.sol";
import {IERC7575Share} from "./standards/IERC7575Share.sol";
import {IERC7887Deposit} from "./standards/IERC7887Deposit.sol";
import {IERC7887Redeem} from "./standards/IERC7887Redeem.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

/// @title StrategyVault
/// @notice Sells the options of one strategy for its depositors, epoch by epoch.
///
/// Roles. The policy's curator opens epochs inside the policy's bounds. Its guardian stops and resumes new deposits, nothing else. The quote
/// book tells of sales; only while a sale can be cleared may it act on the vault's margin account. Everybody may settle and close. A
/// controller, or its operator, acts for its own requests. Nobody can move assets but into the strategy's margin and back, or to their owner.
///
/// Accounting. `totalAssets` = idle + margin, both counted, never `balanceOf`; a token sent here without a request belongs to nobody. Apart from
/// it stand pending deposits, reserves for claimable redemptions and reserves for refunds. Shares of executed deposits and of pending or
/// cancelled redemptions lie in the vault itself. Requests are executed in batches, all at one price, when the vault holds no option: at an
/// opening and at the close of an empty epoch at the last price, at a settlement at the new one. The price is fixed there and nowhere else.
/// Every call is O(1) in the number of users. All requests have id 0.
/// Fees are new shares at the settlement's price: management on the assets for the time in the epoch (not beyond the expiry, or the clear
/// window's end if nothing was sold), performance on the profit above the high-water mark. No fee in Idle, on deposits or on redemptions.
///
/// Rounding. Against the one who asks, for the shares that stay: see ShareMath, and `_depositAccount` for the cap. Under the cap a controller can
/// lose one asset unit. Partial claims lose nothing.
///
/// Oracle. Spot at the opening, only to place strikes. The final price at the settlement of an epoch that sold. An epoch that sold nothing needs
/// neither feed nor price to end.
///
/// Token requirements. 6 to 18 decimals, no fee on transfer (refused), no rebasing. A token that blocks a receiver keeps that one's claim
/// waiting, and nobody else's. A token that calls back meets a re-entrancy lock.
///
/// Liveness. From Idle `closeEmptyEpoch` after the open window; from Selling `settleEpoch` after the clear window; from Live `settleEpoch` once
/// the oracle has a price, which it has seven days after the expiry at the latest. All by anyone, none can be paused. A vault whose assets are
/// lost takes no deposits again; its redemptions are executed at nothing.
///
/// Known limits. Until the settlement the price is the last one: open options are not valued. Should the token block the vault itself, all
/// claims wait with it. The curator names the floor, inside the policy's bounds: that it is a fair one, nothing here can tell.
contract StrategyVault is VaultEpochs, IERC7575Share, IERC165 {
    constructor(VaultConfig memory config) VaultEpochs(config) {
        emit VaultUpdate(config.asset, address(this));
    }

    /// @inheritdoc IStrategyVault
    function pauseDeposits() external {
        _requireGuardian();
        depositsPaused = true;
        emit DepositsPaused(msg.sender);
    }

    /// @inheritdoc IStrategyVault
    function resumeDeposits() external {
        _requireGuardian();
        depositsPaused = false;
        emit DepositsResumed(msg.sender);
    }

    /// @inheritdoc IStrategyVault
    function requestsOf(address controller) external view returns (Requests memory requests) {
        DepositAccount memory deposits = _depositAccount(controller);
        RedeemAccount memory redemptions = _redeemAccount(controller);
        return Requests({
            pendingDepositAssets: deposits.pending,
            claimableDepositAssets: deposits.claimableAssets,
            claimableDepositShares: deposits.claimableShares,
            refundableAssets: deposits.refundable,
            pendingRedeemShares: redemptions.pending,
            claimableRedeemShares: redemptions.claimableShares,
            claimableRedeemAssets: redemptions.claimableAssets,
            refundableShares: redemptions.refundable
        });
    }

    /// @inheritdoc IStrategyVault
    function epoch() external view returns (Epoch memory) {
        return _epoch;
    }

    /// @inheritdoc IStrategyVault
    function terms() external view returns (Terms memory) {
        return _terms;
    }

    /// @inheritdoc IERC7575
    function share() external view returns (address) {
        return address(this);
    }

    /// @inheritdoc IERC7575Share
    function vault(address asset_) external view returns (address) {
        return asset_ == asset ? address(this) : address(0);
    }

    /// @inheritdoc IERC7575
    /// @dev A dead vault issues no shares for anything.
    function convertToShares(uint256 assets) external view returns (uint256) {
        return isDead ? 0 : ShareMath.toSharesDown(assets, SCALE, depositPrice);
    }

    /// @inheritdoc IERC7575
    function convertToAssets(uint256 shares) external view returns (uint256) {
        return ShareMath.toAssetsDown(shares, SCALE, sharePrice);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IERC165).interfaceId || id == type(IERC7540Operator).interfaceId
            || id == type(IERC7540Deposit).interfaceId || id == type(IERC7540Redeem).interfaceId
            || id == type(IERC7575).interfaceId || id == type(IERC7575Share).interfaceId
            || id == type(IERC7887Deposit).interfaceId || id == type(IERC7887Redeem).interfaceId;
    }

    function _requireGuardian() private view {
        address guardian = IStrategyPolicy(policy).guardian();
        if (msg.sender != guardian) revert StrategyVault_OnlyGuardian(msg.sender, guardian);
    }
}
