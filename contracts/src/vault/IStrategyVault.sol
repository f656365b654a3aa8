// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";
import {Terms} from "./IStrategyPolicy.sol";

/// @notice `Idle`: nothing held, `Selling`: makers quote, `Live`: options held until expiry.
enum Phase {
    Idle,
    Selling,
    Live
}

/// @notice The epoch that is open, or the last one while Idle.
/// @param number counts from 1; 0 before the first
/// @param openedAt unix seconds of the opening
/// @param saleEnd unix seconds; quotes are taken before it, cleared after it
/// @param clearEnd unix seconds; a sale not cleared by then, that second included, sold nothing
/// @param expiry unix seconds
/// @param sizeOffered packages offered, 18 decimals
/// @param sizeSold packages sold, 18 decimals
/// @param floorPerUnit least premium per package the curator accepts, in asset units
/// @param spotAtOpen underlying price at the opening, 8 decimals
/// @param assetsAtOpen `totalAssets` at the opening, in asset units
/// @param premium premium received so far, in asset units (negative when the vault pays)
struct Epoch {
    uint64 number;
    Phase phase;
    bool cleared;
    uint64 openedAt;
    uint64 saleEnd;
    uint64 clearEnd;
    uint64 expiry;
    uint256 sizeOffered;
    uint256 sizeSold;
    uint256 floorPerUnit;
    uint256 spotAtOpen;
    uint256 assetsAtOpen;
    int256 premium;
    uint256[] strikes;
    uint256[] seriesIds;
}

/// @notice All that a controller has in the vault besides shares.
/// @param pendingDepositAssets waits for the end of the epoch; can be cancelled
/// @param claimableDepositAssets executed deposits whose shares are not yet claimed, as the assets they came from
/// @param claimableDepositShares those shares
/// @param refundableAssets cancelled, or did not fit under the cap; can be claimed back
/// @param pendingRedeemShares waits for the end of the epoch; can be cancelled
/// @param claimableRedeemShares executed redemptions not yet claimed, as the shares they came from
/// @param claimableRedeemAssets those assets
/// @param refundableShares cancelled; can be claimed back
struct Requests {
    uint256 pendingDepositAssets;
    uint256 claimableDepositAssets;
    uint256 claimableDepositShares;
    uint256 refundableAssets;
    uint256 pendingRedeemShares;
    uint256 claimableRedeemShares;
    uint256 claimableRedeemAssets;
    uint256 refundableShares;
}

/// @notice What a vault is built from; none of it ever changes.
/// @param name of the share token
/// @param symbol of the share token
/// @param asset deposited, and in which the options settle: `underlying` or `quote`
/// @param underlying asset whose price the options are on
/// @param quote asset in which strikes and prices are expressed
/// @param clearinghouse holds the margin
/// @param quoteBook sells the options
/// @param policy bounds the curator
struct VaultConfig {
    string name;
    string symbol;
    address asset;
    address underlying;
    address quote;
    address clearinghouse;
    address quoteBook;
    address policy;
}

/// @title StrategyVault
/// @notice Runs one strategy by epochs. ERC-20 shares (18 decimals, EIP-2612), ERC-4626 views, ERC-7540 both ways with requestId 0,
/// ERC-7575 `share()`, ERC-7887 cancels, operators, ERC-165. Only what is not in those standards is declared here.
interface IStrategyVault {
    /// @notice The caller is neither the account that the call is about nor its operator.
    error StrategyVault_NotAuthorized(address caller, address account);
    error StrategyVault_OnlyCurator(address caller, address curator);
    error StrategyVault_OnlyGuardian(address caller, address guardian);
    error StrategyVault_OnlyQuoteBook(address caller);
    /// @notice An asset that is neither underlying nor quote, or has fewer than 6 or more than 18 decimals.
    error StrategyVault_UnfitAsset(address asset, uint256 decimals);
    /// @notice The price of a request is not known before it is executed.
    error StrategyVault_NoPreview();
    /// @notice All requests have id 0.
    error StrategyVault_UnknownRequest(uint256 requestId);
    error StrategyVault_ZeroAmount();
    error StrategyVault_ZeroController();
    error StrategyVault_ZeroReceiver();
    error StrategyVault_DepositsPaused();
    /// @notice All assets were lost; nobody can join the shares that are left.
    error StrategyVault_Dead();
    /// @notice Asset units.
    error StrategyVault_BelowMinimum(uint256 assets, uint256 minimum);
    /// @notice The token moved less than it was asked to: fees on transfer are not supported. Asset units.
    error StrategyVault_TransferShort(uint256 requested, uint256 received);
    /// @notice Assets or shares, as the call asked.
    error StrategyVault_ExceedsClaimable(uint256 requested, uint256 claimable);
    error StrategyVault_NothingPending(address controller);
    error StrategyVault_NothingRefundable(address controller);
    error StrategyVault_WrongPhase(Phase phase);
    /// @notice No shares, or too few assets to cover any part of a package. Asset units.
    error StrategyVault_NothingToSell(uint256 shares, uint256 budget, uint256 requiredPerPackage);
    /// @notice Sales are recorded from the end of the sale to the end of the clear window, both included. Unix seconds.
    error StrategyVault_NotClearing(uint256 from, uint256 until, uint256 timestamp);
    error StrategyVault_AlreadyCleared();
    /// @notice Packages, 18 decimals.
    error StrategyVault_ExceedsOffer(uint256 size, uint256 available);
    /// @notice Asset units.
    error StrategyVault_PremiumBelowFloor(uint256 premium, uint256 floor);
    /// @notice The premium that was told of did not arrive. Asset units.
    error StrategyVault_PremiumMissing(uint256 held, uint256 needed);
    /// @notice The sale can still be cleared. Unix seconds.
    error StrategyVault_SaleOpen(uint256 clearEnd);
    error StrategyVault_NoSettlementPrice(uint64 expiry);
    /// @notice Unix seconds.
    error StrategyVault_OpenWindowRunning(uint256 until);

    event EpochOpened(
        uint64 indexed epoch,
        uint256[] strikes,
        uint64 expiry,
        uint64 saleEnd,
        uint256 sizeOffered,
        uint256 floorPerUnit,
        uint256 spot,
        uint256 assets
    );
    /// @dev Premium in asset units.
    event OptionsSold(uint64 indexed epoch, address indexed maker, uint256 size, uint256 premium);
    event SaleCleared(uint64 indexed epoch, uint256 sizeSold, int256 premium);
    /// @notice All that a history needs. Assets after the epoch, before its requests: `assetsBefore + premium − payout − liquidationLoss`
    /// (plus `MarginSurplus`, if there is one); fees are taken as new shares.
    /// @param settlementPrice 8 decimals; 0 when nothing was sold
    /// @param assetsBefore `totalAssets` at the opening, after the requests executed there, in asset units
    /// @param premium in asset units
    /// @param payout margin put in less margin back, in asset units
    /// @param liquidationLoss in asset units; always 0 while all series are fully backed
    /// @param managementFee in asset units
    /// @param performanceFee in asset units
    /// @param sharePrice a Wad, after fees
    /// @param highWaterMark a Wad, after this settlement
    /// @param depositsExecuted assets that became shares, in asset units
    /// @param redemptionsExecuted assets that left for claims, in asset units
    event EpochSettled(
        uint64 indexed epoch,
        uint256 settlementPrice,
        uint256 assetsBefore,
        int256 premium,
        uint256 payout,
        uint256 liquidationLoss,
        uint256 managementFee,
        uint256 performanceFee,
        uint256 sharePrice,
        uint256 highWaterMark,
        uint256 depositsExecuted,
        uint256 redemptionsExecuted
    );
    /// @dev Requests made while Idle and executed at the last price, at an opening or when an empty epoch is closed.
    event RequestsExecuted(
        uint256 indexed batch, uint256 sharePrice, uint256 depositsExecuted, uint256 redemptionsExecuted
    );
    /// @notice More came back from the clearinghouse than margin went in, because the vault's side was in the money or someone made a gift.
    event MarginSurplus(uint64 indexed epoch, uint256 assets);
    event DepositsPaused(address indexed by);
    event DepositsResumed(address indexed by);

    /// @notice Opens an epoch, after executing what was requested in Idle: strikes (8 decimals, one a leg), expiry, and the least premium per package in asset units. Curator only.
    function openEpoch(uint256[] calldata strikes, uint64 expiry, uint256 floorPerUnit) external;

    /// @notice Told by the quote book, after it has transferred the premium, that `size` packages (18 decimals) went to `maker`.
    function recordSale(address maker, uint256 size, uint256 premium) external;

    /// @notice Told by the quote book that the sale is over.
    function recordClear() external;

    /// @notice Ends the epoch: from Live with a final price, or from a Selling that sold nothing. By anyone.
    function settleEpoch() external;

    /// @notice While Idle for longer than the open window: executes all requests at the last price, so that everybody can leave. By anyone.
    function closeEmptyEpoch() external;

    /// @notice Stops new deposit requests, nothing else. Guardian only.
    function pauseDeposits() external;

    /// @notice Takes deposit requests again. Guardian only.
    function resumeDeposits() external;

    /// @notice Cancels the controller's pending deposit and pays everything refundable to `receiver`, in one call.
    function cancelDeposit(address receiver, address controller) external returns (uint256 assets);

    /// @notice Cancels the controller's pending redemption and returns all refundable shares to `receiver`, in one call.
    function cancelRedeem(address receiver, address controller) external returns (uint256 shares);

    /// @notice Everything the controller has pending, claimable and refundable, in one read.
    function requestsOf(address controller) external view returns (Requests memory requests);

    /// @notice The open epoch, or the last one while Idle.
    function epoch() external view returns (Epoch memory);

    /// @notice Assets per share, 18 decimals: 1e18 is one whole asset for one whole share. Changes only at settlement.
    function sharePrice() external view returns (uint256);

    /// @notice `sharePrice` rounded up instead of down: what deposits are executed at.
    function depositPrice() external view returns (uint256);

    /// @notice Highest share price after any settlement, a Wad; performance fees are on what lies above it.
    function highWaterMark() external view returns (uint256);

    /// @notice Sums over all controllers: assets waiting to become shares, shares waiting to become assets.
    function pendingTotals() external view returns (uint256 depositAssets, uint256 redeemShares);

    /// @notice Reserves owed to claimable redemptions and to refunds, in asset units; not part of `totalAssets`.
    function claimableReserves() external view returns (uint256 redemptions, uint256 refunds);

    /// @notice The terms copied at the last opening (or at the start), which the vault goes by now.
    function terms() external view returns (Terms memory);

    /// @notice True once a settlement found no assets behind the shares: no deposits ever again.
    function isDead() external view returns (bool);

    /// @notice When the vault last became Idle, unix seconds; with the terms' open window, when anyone may close an empty epoch.
    function idleSince() external view returns (uint64);

    function depositsPaused() external view returns (bool);

    /// @notice Counts executions of requests; a request made now is executed as this batch.
    function batch() external view returns (uint256);

    /// @notice The vault's margin account of the open epoch.
    function marginAccount() external view returns (Account memory account);

    function policy() external view returns (address);

    function clearinghouse() external view returns (address);

    function quoteBook() external view returns (address);

    function underlying() external view returns (address);

    function quote() external view returns (address);
}
