// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice An option series: European, cash-settled in `settlementAsset`, which is the underlying or the quote.
/// @param underlying asset whose price the option is on
/// @param quote asset in which strikes and prices are expressed
/// @param settlementAsset `underlying` or `quote`
/// @param strike price of one whole underlying in the quote, 8 decimals
/// @param expiry unix seconds, 08:00 UTC
/// @param isPut true for a put, false for a call
/// @param fullyBacked true when only full-mode accounts may be short
struct Series {
    address underlying;
    address quote;
    address settlementAsset;
    uint256 strike;
    uint64 expiry;
    bool isPut;
    bool fullyBacked;
}

/// @notice The key of a margin account: an owner, a number of the owner's choice, and a book.
struct Account {
    address owner;
    uint96 subId;
    address underlying;
    address quote;
    address settlementAsset;
    uint64 expiry;
}

/// @notice One leg of a package, from the first account's side.
/// @param seriesId series of the leg
/// @param isLong true when the first account is long
/// @param ratio options per package, 18 decimals
struct PackageLeg {
    uint256 seriesId;
    bool isLong;
    uint256 ratio;
}

/// @title Clearinghouse
/// @notice Series, long tokens (ERC-6909), margin accounts and settlement. It neither prices options nor picks strikes.
/// Sizes have 18 decimals (one option on one whole underlying), strikes and prices 8, collateral the decimals of its token.
interface IClearinghouse {
    event SeriesCreated(uint256 indexed seriesId, Series series);
    event AccountOperatorSet(address indexed owner, address indexed operator, bool approved);
    event CollateralDeposited(bytes32 indexed accountId, address indexed payer, uint256 assets);
    event CollateralWithdrawn(bytes32 indexed accountId, address indexed receiver, uint256 assets);
    event PackageOpened(bytes32 indexed accountId, bytes32 indexed counterAccountId, PackageLeg[] legs, uint256 size);
    event OptionsWritten(bytes32 indexed accountId, uint256 indexed seriesId, address indexed receiver, uint256 size);
    event LongDeposited(bytes32 indexed accountId, uint256 indexed seriesId, uint256 size);
    event LongWithdrawn(bytes32 indexed accountId, uint256 indexed seriesId, address indexed receiver, uint256 size);
    event OptionsBurned(bytes32 indexed accountId, uint256 indexed seriesId, uint256 size);
    /// @param price settlement price, 8 decimals
    /// @param owed what the legs cost the account in all, in units of the settlement asset; 0 when they paid
    /// @param received what the legs paid the account in all, in units of the settlement asset; 0 when they cost
    /// @param payout collateral − owed + received, credited to the owner's claim
    event AccountSettled(
        bytes32 indexed accountId, address indexed owner, uint256 price, uint256 owed, uint256 received, uint256 payout
    );
    event Exercised(
        uint256 indexed seriesId, address indexed holder, address indexed receiver, uint256 size, uint256 assets
    );
    event ClaimWithdrawn(address indexed owner, address indexed asset, address indexed receiver, uint256 assets);

    /// @notice The settlement asset is neither underlying nor quote, or the two are the same.
    error Clearinghouse_InvalidAssets(address underlying, address quote, address settlementAsset);
    /// @notice Strikes are above 0 and have at most 96 bits, 8 decimals.
    error Clearinghouse_StrikeOutOfRange(uint256 strike, uint256 greatest);
    /// @notice Expiries are at 08:00 UTC. Unix seconds.
    error Clearinghouse_ExpiryNotAtEight(uint64 expiry);
    /// @notice Series that are not fully backed cannot be created.
    error Clearinghouse_NotFullyBacked();
    /// @notice Settlement assets have at most 18 decimals.
    error Clearinghouse_DecimalsUnsupported(address asset, uint8 decimals);
    /// @notice No series with this id was created.
    error Clearinghouse_UnknownSeries(uint256 seriesId);
    /// @notice No series settles in this asset.
    error Clearinghouse_UnknownAsset(address asset);
    /// @notice The series is of another book than the account.
    error Clearinghouse_OtherBook(uint256 seriesId, bytes32 accountId);
    /// @notice The two accounts of a package are of different books.
    error Clearinghouse_BooksDiffer(bytes32 accountId, bytes32 counterAccountId);
    /// @notice An account cannot trade with itself.
    error Clearinghouse_SameAccount(bytes32 accountId);
    /// @notice The caller is neither the account's owner nor an operator of the owner.
    error Clearinghouse_NotAuthorised(address caller, address owner);
    /// @notice Only before the expiry. Unix seconds.
    error Clearinghouse_Expired(uint64 expiry);
    /// @notice The settlement price is not final yet.
    error Clearinghouse_PriceNotFinal(address underlying, address quote, uint64 expiry);
    /// @notice The account is settled; what was left is in its owner's claim.
    error Clearinghouse_AccountSettled(bytes32 accountId);
    /// @notice The account's collateral does not cover its worst case. Units of the settlement asset.
    error Clearinghouse_Undercovered(bytes32 accountId, uint256 required, uint256 collateral);
    /// @notice More than there is. Units of the settlement asset.
    error Clearinghouse_InsufficientCollateral(bytes32 accountId, uint256 requested, uint256 collateral);
    /// @notice More than the claim. Units of `asset`.
    error Clearinghouse_InsufficientClaim(address owner, address asset, uint256 requested, uint256 claim);
    /// @notice The account is long fewer options of the series. 18 decimals.
    error Clearinghouse_InsufficientLong(uint256 seriesId, uint256 requested, uint256 long);
    /// @notice The account is short fewer options of the series. 18 decimals.
    error Clearinghouse_InsufficientShort(uint256 seriesId, uint256 requested, uint256 short);
    /// @notice An account holds at most eight series.
    error Clearinghouse_TooManyLegs(bytes32 accountId, uint256 limit);
    /// @notice A size of zero options, or a package whose leg comes to zero.
    error Clearinghouse_ZeroSize(uint256 seriesId);
    /// @notice A package without legs.
    error Clearinghouse_NoLegs();
    /// @notice A position beyond 127 bits. 18 decimals.
    error Clearinghouse_SizeOutOfRange(uint256 size, uint256 greatest);
    /// @notice What is sent to this contract itself would be lost.
    error Clearinghouse_InvalidReceiver(address receiver);
    /// @notice The token credited another amount than was sent (a fee, a rebase): it cannot be collateral.
    error Clearinghouse_TransferMismatch(address asset, uint256 expected, uint256 arrived);

    /// @notice Registers a series, and its expiry with the settlement oracle, so that feeds are fixed before the series exists. Idempotent.
    /// @return seriesId `seriesIdOf(series)`
    function createSeries(Series calldata series) external returns (uint256 seriesId);

    /// @notice `uint256(keccak256(abi.encode(series)))`
    function seriesIdOf(Series calldata series) external pure returns (uint256 seriesId);

    /// @notice The series of an id; reverts for an unknown id.
    function seriesOf(uint256 seriesId) external view returns (Series memory series);

    /// @notice `keccak256(abi.encode(account))`
    function accountIdOf(Account calldata account) external pure returns (bytes32 accountId);

    /// @notice Lets `operator` act on every account of the caller (open, withdraw); it has no power over the caller's claims.
    function setAccountOperator(address operator, bool approved) external;

    function isAccountOperator(address owner, address operator) external view returns (bool approved);

    /// @notice Adds collateral from the caller to any account, before the expiry.
    /// @param assets units of the settlement asset
    function depositCollateral(Account calldata account, uint256 assets) external;

    /// @notice Takes free collateral out before settlement; owner or operator; full cover is checked afterwards.
    /// @param assets units of the settlement asset
    function withdrawCollateral(Account calldata account, uint256 assets, address receiver) external;

    /// @notice Opens `size` packages between two accounts of one book: every leg makes one side short and the other long.
    /// The caller must be owner or operator of both; both must be fully covered afterwards.
    /// @param size packages, 18 decimals; a leg's size is `size · ratio`, rounded down to 18 decimals, the same on both sides
    function openPackage(Account calldata account, Account calldata counter, PackageLeg[] calldata legs, uint256 size)
        external;

    /// @notice Makes the account short (or less long) and mints the long tokens to `receiver`; full cover is checked afterwards.
    /// @param size options, 18 decimals
    function write(Account calldata account, uint256 seriesId, uint256 size, address receiver) external;

    /// @notice Puts the caller's long tokens into an account, where they offset shorts.
    /// @param size options, 18 decimals
    function depositLong(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice Takes long tokens out of an account; full cover is checked afterwards.
    /// @param size options, 18 decimals
    function withdrawLong(Account calldata account, uint256 seriesId, uint256 size, address receiver) external;

    /// @notice Before expiry: cancels the account's short against the caller's long tokens of the same series.
    /// @param size options, 18 decimals
    function burn(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice After the price is final: nets the account, frees what is left and credits it to the owner's claim. By anyone; a second call
    /// changes nothing and answers the same.
    /// @return payout units of the settlement asset
    function settleAccount(Account calldata account) external returns (uint256 payout);

    /// @notice After the price is final: burns the caller's long tokens and pays their value, rounded down.
    /// @param size options, 18 decimals
    /// @return assets units of the settlement asset
    function exercise(uint256 seriesId, uint256 size, address receiver) external returns (uint256 assets);

    /// @notice Pays out the caller's claim in `asset`.
    /// @param assets units of `asset`
    function withdrawClaim(address asset, uint256 assets, address receiver) external;

    /// @notice What `owner`'s settled accounts left, not yet withdrawn, in units of `asset`.
    function claimOf(address owner, address asset) external view returns (uint256 assets);

    /// @notice Collateral of an account that is not settled, in units of the settlement asset.
    function collateralOf(Account calldata account) external view returns (uint256 assets);

    /// @notice The account's legs; size is signed, 18 decimals, negative when short.
    function positionsOf(Account calldata account)
        external
        view
        returns (uint256[] memory seriesIds, int256[] memory sizes);

    /// @notice Collateral that full mode asks of the account as it stands, in units of the settlement asset, rounded up.
    function requiredCollateral(Account calldata account) external view returns (uint256 assets);

    /// @notice Sum of all unsettled shorts of a series, 18 decimals.
    function totalShort(uint256 seriesId) external view returns (uint256 size);

    /// @notice What the contract must hold of `asset`: collateral, settlement reserves and claims together.
    function totalHeld(address asset) external view returns (uint256 assets);

    function settlementOracle() external view returns (address oracle);
}
