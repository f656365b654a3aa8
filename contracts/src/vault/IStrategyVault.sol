// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";

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
/// @param clearEnd unix seconds; a sale not cleared by then sold nothing
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

/// @title StrategyVault
/// @notice Runs one strategy by epochs. ERC-20 shares (18 decimals, EIP-2612), ERC-4626 views, ERC-7540 both ways with requestId 0,
/// ERC-7575 `share()`, ERC-7887 cancels, operators, ERC-165. Only what is not in those standards is declared here.
interface IStrategyVault {
    event EpochOpened(
        uint64 indexed epoch, uint256[] strikes, uint64 expiry, uint64 saleEnd, uint256 sizeOffered, uint256 floorPerUnit, uint256 spot, uint256 assets
    );
    event OptionsSold(uint64 indexed epoch, address indexed maker, uint256 size, uint256 premium);
    event SaleCleared(uint64 indexed epoch, uint256 sizeSold, int256 premium);
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
    event RequestsExecuted(uint256 indexed batch, uint256 sharePrice, uint256 depositsExecuted, uint256 redemptionsExecuted);
    event DepositsPaused(address indexed by);
    event DepositsResumed(address indexed by);

    /// @notice Opens an epoch: strikes (8 decimals, one a leg), expiry, and the least premium per package. Curator only.
    function openEpoch(uint256[] calldata strikes, uint64 expiry, uint256 floorPerUnit) external;

    /// @notice Told by the quote book, after it has transferred the premium, that `size` packages went to `maker`.
    function recordSale(address maker, uint256 size, uint256 premium) external;

    /// @notice Told by the quote book that the sale is over.
    function recordClear() external;

    /// @notice Ends the epoch: from Live with a final price, or from a Selling that sold nothing. By anyone.
    function settleEpoch() external;

    /// @notice While Idle for longer than the open window: executes all requests at the last price, so that everybody can leave. By anyone.
    function closeEmptyEpoch() external;

    /// @notice Stops new deposit requests, nothing else. Guardian only.
    function pauseDeposits() external;

    function resumeDeposits() external;

    /// @notice Cancels the controller's pending deposit and pays everything refundable to `receiver`, in one call.
    function cancelDeposit(address receiver, address controller) external returns (uint256 assets);

    /// @notice Cancels the controller's pending redemption and returns all refundable shares to `receiver`, in one call.
    function cancelRedeem(address receiver, address controller) external returns (uint256 shares);

    /// @notice Everything the controller has pending, claimable and refundable, in one read.
    function requestsOf(address controller) external view returns (Requests memory requests);

    function epoch() external view returns (Epoch memory);

    /// @notice Assets per share, 18 decimals: 1e18 is one whole asset for one whole share. Changes only at settlement.
    function sharePrice() external view returns (uint256);

    function highWaterMark() external view returns (uint256);

    /// @notice Sums over all controllers: assets waiting to become shares, shares waiting to become assets.
    function pendingTotals() external view returns (uint256 depositAssets, uint256 redeemShares);

    /// @notice Reserves owed to claimable redemptions and to refunds, in asset units; not part of `totalAssets`.
    function claimableReserves() external view returns (uint256 redemptions, uint256 refunds);

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
