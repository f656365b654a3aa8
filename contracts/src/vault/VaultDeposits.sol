// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault} from "./IStrategyVault.sol";
import {ShareMath} from "./ShareMath.sol";
import {Batch, Claim, VaultBatches} from "./VaultBatches.sol";
import {IERC7540Deposit} from "./standards/IERC7540Deposit.sol";
import {IERC7575} from "./standards/IERC7575.sol";
import {IERC7887Deposit} from "./standards/IERC7887Deposit.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice A controller's side of deposits.
/// @param pending assets that wait for batch `batch`
/// @param batch as which `pending` is executed
/// @param claimableAssets executed deposits, as the assets they came from
/// @param claimableShares the shares of these
/// @param refundable assets cancelled, or over the cap
struct DepositAccount {
    uint256 pending;
    uint256 batch;
    uint256 claimableAssets;
    uint256 claimableShares;
    uint256 refundable;
}

/// @title VaultDeposits
/// @notice Deposit requests: made, cancelled, claimed.
abstract contract VaultDeposits is VaultBatches, IERC7575, IERC7540Deposit, IERC7887Deposit {
    using SafeERC20 for IERC20;

    /// @inheritdoc IERC7575
    address public immutable override asset;

    mapping(address controller => DepositAccount account) private _deposits;

    constructor(address asset_) {
        asset = asset_;
    }

    /// @inheritdoc IERC7540Deposit
    function requestDeposit(uint256 assets, address controller, address owner)
        external
        nonReentrant
        returns (uint256 requestId)
    {
        _requireAuthorized(owner);
        if (controller == address(0)) revert StrategyVault_ZeroController();
        if (depositsPaused) revert StrategyVault_DepositsPaused();
        if (isDead) revert StrategyVault_Dead();
        uint256 minimum = _minRequest();
        if (assets < minimum) revert StrategyVault_BelowMinimum(assets, minimum);
        DepositAccount memory account = _depositAccount(controller);
        account.pending += assets;
        account.batch = batch;
        _deposits[controller] = account;
        _pendingDepositAssets += assets;
        emit DepositRequest(controller, owner, REQUEST_ID, msg.sender, assets);
        _pull(owner, assets);
        return REQUEST_ID;
    }

    /// @inheritdoc IERC7887Deposit
    function cancelDepositRequest(uint256 requestId, address controller) external nonReentrant {
        _requireKnown(requestId);
        _requireAuthorized(controller);
        DepositAccount memory account = _depositAccount(controller);
        if (account.pending == 0) revert StrategyVault_NothingPending(controller);
        _cancelDeposit(account, controller);
        _deposits[controller] = account;
    }

    /// @inheritdoc IERC7887Deposit
    function claimCancelDepositRequest(uint256 requestId, address receiver, address controller) external nonReentrant {
        _requireKnown(requestId);
        _requireAuthorized(controller);
        _payRefund(_depositAccount(controller), receiver, controller);
    }

    /// @inheritdoc IStrategyVault
    function cancelDeposit(address receiver, address controller) external nonReentrant returns (uint256 assets) {
        _requireAuthorized(controller);
        DepositAccount memory account = _depositAccount(controller);
        if (account.pending > 0) _cancelDeposit(account, controller);
        return _payRefund(account, receiver, controller);
    }

    /// @inheritdoc IERC7540Deposit
    function deposit(uint256 assets, address receiver, address controller) external returns (uint256 shares) {
        return _claimByAssets(assets, receiver, controller);
    }

    /// @inheritdoc IERC7575
    function deposit(uint256 assets, address receiver) external returns (uint256 shares) {
        return _claimByAssets(assets, receiver, msg.sender);
    }

    /// @inheritdoc IERC7540Deposit
    function mint(uint256 shares, address receiver, address controller) external returns (uint256 assets) {
        return _claimByShares(shares, receiver, controller);
    }

    /// @inheritdoc IERC7575
    function mint(uint256 shares, address receiver) external returns (uint256 assets) {
        return _claimByShares(shares, receiver, msg.sender);
    }

    /// @inheritdoc IERC7540Deposit
    function pendingDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets) {
        return requestId == REQUEST_ID ? _depositAccount(controller).pending : 0;
    }

    /// @inheritdoc IERC7540Deposit
    function claimableDepositRequest(uint256 requestId, address controller) external view returns (uint256 assets) {
        return requestId == REQUEST_ID ? _depositAccount(controller).claimableAssets : 0;
    }

    /// @inheritdoc IERC7887Deposit
    function pendingCancelDepositRequest(uint256, address) external pure returns (bool isPending) {
        return false;
    }

    /// @inheritdoc IERC7887Deposit
    function claimableCancelDepositRequest(uint256 requestId, address controller)
        external
        view
        returns (uint256 assets)
    {
        return requestId == REQUEST_ID ? _depositAccount(controller).refundable : 0;
    }

    /// @inheritdoc IERC7575
    function maxDeposit(address controller) external view returns (uint256 maxAssets) {
        return _depositAccount(controller).claimableAssets;
    }

    /// @inheritdoc IERC7575
    function maxMint(address controller) external view returns (uint256 maxShares) {
        return _depositAccount(controller).claimableShares;
    }

    /// @inheritdoc IERC7575
    function previewDeposit(uint256) external pure returns (uint256) {
        revert StrategyVault_NoPreview();
    }

    /// @inheritdoc IERC7575
    function previewMint(uint256) external pure returns (uint256) {
        revert StrategyVault_NoPreview();
    }

    /// @inheritdoc IERC7575
    function totalAssets() public view override(VaultBatches, IERC7575) returns (uint256) {
        return super.totalAssets();
    }

    /// @dev Smallest deposit request, in asset units.
    function _minRequest() internal view virtual returns (uint256);

    /// @dev The controller's account with an executed batch rolled into it. What each one gets of the cap is rounded down, and so is what
    /// each one gets back: the unit in between stays with the vault, and all claims together never exceed the totals.
    function _depositAccount(address controller) internal view returns (DepositAccount memory account) {
        account = _deposits[controller];
        if (account.pending == 0 || account.batch == batch) return account;
        Batch memory record = _batches[account.batch];
        uint256 waiting = record.pendingAssets;
        uint256 accepted = Math.mulDiv(account.pending, record.acceptedAssets, waiting);
        uint256 refund = Math.mulDiv(account.pending, waiting - record.acceptedAssets, waiting);
        account.refundable += refund;
        account.claimableAssets += account.pending - refund;
        if (accepted > 0) account.claimableShares += ShareMath.toSharesDown(accepted, SCALE, record.depositPrice);
        account.pending = 0;
    }

    /// @dev Sends exactly `assets` of the vault's asset.
    function _push(address receiver, uint256 assets) internal {
        IERC20(asset).safeTransfer(receiver, assets);
    }

    /// @dev Takes `assets` from `owner` and refuses a token that delivers less.
    function _pull(address owner, uint256 assets) private {
        uint256 before = IERC20(asset).balanceOf(address(this));
        IERC20(asset).safeTransferFrom(owner, address(this), assets);
        uint256 received = IERC20(asset).balanceOf(address(this)) - before;
        if (received != assets) revert StrategyVault_TransferShort(assets, received);
    }

    function _cancelDeposit(DepositAccount memory account, address controller) private {
        uint256 assets = account.pending;
        account.pending = 0;
        account.refundable += assets;
        _pendingDepositAssets -= assets;
        _refundReserves += assets;
        emit CancelDepositRequest(controller, REQUEST_ID, msg.sender);
    }

    function _payRefund(DepositAccount memory account, address receiver, address controller)
        private
        returns (uint256 assets)
    {
        assets = account.refundable;
        if (assets == 0) revert StrategyVault_NothingRefundable(controller);
        account.refundable = 0;
        _deposits[controller] = account;
        _refundReserves -= assets;
        emit CancelDepositClaim(controller, receiver, REQUEST_ID, msg.sender, assets);
        _push(receiver, assets);
    }

    function _claimByAssets(uint256 assets, address receiver, address controller)
        private
        nonReentrant
        returns (uint256 shares)
    {
        _requireAuthorized(controller);
        DepositAccount memory account = _depositAccount(controller);
        _requireClaimable(assets, account.claimableAssets);
        shares = Math.mulDiv(assets, account.claimableShares, account.claimableAssets);
        _handOutShares(account, Claim(controller, receiver, assets, shares));
    }

    function _claimByShares(uint256 shares, address receiver, address controller)
        private
        nonReentrant
        returns (uint256 assets)
    {
        _requireAuthorized(controller);
        DepositAccount memory account = _depositAccount(controller);
        _requireClaimable(shares, account.claimableShares);
        assets = Math.mulDiv(shares, account.claimableAssets, account.claimableShares, Math.Rounding.Ceil);
        _handOutShares(account, Claim(controller, receiver, assets, shares));
    }

    /// @dev What a partial claim rounds off stays in the account: all partial claims together are the whole claim, to the wei.
    function _handOutShares(DepositAccount memory account, Claim memory claim) private {
        account.claimableAssets -= claim.assets;
        account.claimableShares -= claim.shares;
        _deposits[claim.controller] = account;
        emit Deposit(claim.controller, claim.receiver, claim.assets, claim.shares);
        _sendShares(claim.receiver, claim.shares);
    }
}
