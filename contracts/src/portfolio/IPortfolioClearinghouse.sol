// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, Series} from "../clearing/IClearinghouse.sol";
import {Auction} from "./IRiskBounds.sol";

/// @notice One series that an account writes.
/// @param seriesId a portfolio series of the account's book
/// @param size options, 18 decimals
struct WrittenLeg {
    uint256 seriesId;
    uint256 size;
}

/// @notice How an account stands. Units of the settlement asset.
/// @param collateral what it holds
/// @param initial what it must hold to write or to withdraw
/// @param maintenance below which it is liquidated
/// @param spot price of one whole underlying in the quote, 8 decimals; 0 when the account is short nothing and no price was asked
struct Health {
    uint256 collateral;
    uint256 initial;
    uint256 maintenance;
    uint256 spot;
}

/// @notice A call of a liquidator.
/// @param account whose slice is taken
/// @param liquidator the account that takes it, of the same book, the caller's own or one it may act for
/// @param sliceBps part of every leg, at most the book's
/// @param leastFactorBps the caller takes nothing for less
struct Liquidation {
    Account account;
    Account liquidator;
    uint256 sliceBps;
    uint256 leastFactorBps;
}

/// @notice What holders of a series can claim, once every short of its book is settled. Units of the settlement asset.
/// @param isOpen whether claims are open
/// @param owed what all shorts of the series owed together
/// @param available what of it is there: from accounts, then from the insurance fund; the rest is the haircut
struct ClaimTerms {
    bool isOpen;
    uint256 owed;
    uint256 available;
}

/// @title IPortfolioClearinghouse
/// @notice Portfolio-mode accounts: short what their collateral covers within bounds around the spot, liquidated in slices, settled in batches.
/// Errors are in IPortfolioErrors. Sizes have 18 decimals, strikes and prices 8, collateral the decimals of its token.
interface IPortfolioClearinghouse {
    event SeriesCreated(uint256 indexed seriesId, Series series);
    event BookFixed(bytes32 indexed bookId, address indexed settlementAsset, uint8 decimals);
    event AccountOpened(bytes32 indexed accountId, address indexed owner, bytes32 indexed bookId, bytes32 terms);
    event AccountOperatorSet(address indexed owner, address indexed operator, bool approved);
    event CollateralDeposited(bytes32 indexed accountId, address indexed payer, uint256 assets);
    event CollateralWithdrawn(
        bytes32 indexed accountId, address indexed receiver, uint256 assets, uint256 initial, uint256 spot
    );
    event OptionsWritten(
        bytes32 indexed accountId,
        address indexed receiver,
        WrittenLeg[] legs,
        uint256 premium,
        uint256 fundShare,
        uint256 initial,
        uint256 spot
    );
    event OptionsBurned(bytes32 indexed accountId, uint256 indexed seriesId, uint256 size);
    event LongDeposited(bytes32 indexed accountId, uint256 indexed seriesId, uint256 size);
    event LongWithdrawn(bytes32 indexed accountId, uint256 indexed seriesId, address indexed receiver, uint256 size);
    event LiquidationStarted(
        bytes32 indexed accountId, address indexed caller, uint256 collateral, uint256 maintenance, uint256 spot
    );
    event LiquidationEnded(bytes32 indexed accountId, uint256 collateral, uint256 maintenance, uint256 spot);
    /// @param collateral of the account before the slice
    /// @param maintenance of the account before the slice
    event AccountSliced(
        bytes32 indexed accountId,
        bytes32 indexed liquidatorId,
        uint256 sliceBps,
        uint256 factorBps,
        uint256 fromAccount,
        uint256 fromFund,
        uint256 collateral,
        uint256 maintenance,
        uint256 spot
    );
    event FundChanged(bytes32 indexed marketId, address indexed payer, int256 change, uint256 balance);
    /// @param received what the account's long legs paid
    /// @param missing what of the owed the account could not pay
    event AccountSettled(
        bytes32 indexed accountId,
        address indexed owner,
        uint256 price,
        uint256 owed,
        uint256 received,
        uint256 missing,
        uint256 payout
    );
    event BookClosed(bytes32 indexed bookId, uint256 price, uint256 missing, uint256 fromFund);
    event Exercised(
        uint256 indexed seriesId, address indexed holder, address indexed receiver, uint256 size, uint256 assets
    );
    event ClaimWithdrawn(address indexed owner, address indexed asset, address indexed receiver, uint256 assets);

    /// @notice Registers a portfolio series, fixes its expiry's feeds and its book's parameters. Idempotent.
    function createSeries(Series calldata series) external returns (uint256 seriesId);

    /// @notice Opens the caller's account and with it agrees that it may be liquidated. Only the owner itself can.
    /// @param terms `termsOf` the account at `riskBounds`: the parameters that the owner agrees to
    function openAccount(Account calldata account, bytes32 terms) external;

    /// @notice Lets `operator` act on every open account of the caller; it can open none and has no power over claims.
    function setAccountOperator(address operator, bool approved) external;

    /// @notice Adds collateral from the caller to any open account, before the expiry.
    function depositCollateral(Account calldata account, uint256 assets) external;

    /// @notice Takes collateral out, down to the initial margin. After the expiry only from an account without legs.
    function withdrawCollateral(Account calldata account, uint256 assets, address receiver) external;

    /// @notice Makes the account short and mints the long tokens to `receiver`. The caller pays `premium`, of which the fund takes its share and
    /// the account gets the rest as collateral; the initial margin is checked afterwards.
    function write(Account calldata account, WrittenLeg[] calldata legs, uint256 premium, address receiver) external;

    /// @notice Before expiry: cancels the account's short against the caller's long tokens of the same series.
    function burn(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice Puts fully backed long options of the account's book, the caller's tokens at the clearinghouse, into the account.
    function depositLong(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice Takes fully backed long options out; the initial margin is checked afterwards.
    function withdrawLong(Account calldata account, uint256 seriesId, uint256 size, address receiver) external;

    /// @notice Begins the auction of an account below its maintenance margin. By anyone.
    function startLiquidation(Account calldata account) external;

    /// @notice Ends the auction of an account that is not below its maintenance margin. By anyone.
    function endLiquidation(Account calldata account) external;

    /// @notice Takes a slice of an account below maintenance into the liquidator's account, which must meet its initial margin afterwards.
    /// @return fromAccount units of the settlement asset out of the account's collateral
    /// @return fromFund units of the settlement asset out of the insurance fund
    function liquidate(Liquidation calldata call) external returns (uint256 fromAccount, uint256 fromFund);

    /// @notice Adds to the insurance fund of a book's market; nobody can take it out again.
    function contribute(Account calldata market, uint256 assets) external;

    /// @notice After the price is final: settles accounts; settled ones are passed over. By anyone, in batches of any size.
    function settleAccounts(Account[] calldata accounts) external;

    /// @notice After the book is closed: burns the caller's long tokens and pays their value less the haircut, rounded down.
    function exercise(uint256 seriesId, uint256 size, address receiver) external returns (uint256 assets);

    /// @notice Pays out the caller's claim in `asset`.
    function withdrawClaim(address asset, uint256 assets, address receiver) external;

    function seriesOf(uint256 seriesId) external view returns (Series memory series);

    function isOpen(Account calldata account) external view returns (bool opened);

    function isAccountOperator(address owner, address operator) external view returns (bool approved);

    function collateralOf(Account calldata account) external view returns (uint256 assets);

    /// @notice The account's legs: portfolio series negative, fully backed ones positive, 18 decimals.
    function positionsOf(Account calldata account)
        external
        view
        returns (uint256[] memory seriesIds, int256[] memory sizes);

    /// @notice How the account stands at the feed's spot; reverts when an account with shorts needs a price and there is none.
    function healthOf(Account calldata account) external view returns (Health memory health);

    /// @notice The auction of an account, zeros when none runs.
    function auctionOf(Account calldata account) external view returns (Auction memory auction);

    /// @notice What the insurance fund holds for the account's market, in units of the settlement asset.
    function fundOf(Account calldata market) external view returns (uint256 assets);

    function claimTermsOf(uint256 seriesId) external view returns (ClaimTerms memory terms);

    function claimOf(address owner, address asset) external view returns (uint256 assets);

    /// @notice Sum of all unsettled shorts of a series, 18 decimals.
    function totalShort(uint256 seriesId) external view returns (uint256 size);

    /// @notice What the contract must hold of `asset`: collateral, funds, reserves and claims together.
    function totalHeld(address asset) external view returns (uint256 assets);

    function settlementOracle() external view returns (address oracle);

    /// @notice The clearinghouse whose fully backed options accounts may hold.
    function clearinghouse() external view returns (address house);

    /// @notice Where a book's parameters come from.
    function riskBounds() external view returns (address bounds);
}
