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
    event AccountSettled(bytes32 indexed accountId, address indexed owner, uint256 price, uint256 owed, uint256 received, uint256 payout);
    event Exercised(uint256 indexed seriesId, address indexed holder, address indexed receiver, uint256 size, uint256 assets);
    event ClaimWithdrawn(address indexed owner, address indexed asset, address indexed receiver, uint256 assets);

    /// @notice Registers a series, and its expiry with the settlement oracle, so that feeds are fixed before the series exists. Idempotent.
    function createSeries(Series calldata series) external returns (uint256 seriesId);

    /// @notice `uint256(keccak256(abi.encode(series)))`
    function seriesIdOf(Series calldata series) external pure returns (uint256 seriesId);

    /// @notice The series of an id; reverts for an unknown id.
    function seriesOf(uint256 seriesId) external view returns (Series memory series);

    /// @notice `keccak256(abi.encode(account))`
    function accountIdOf(Account calldata account) external pure returns (bytes32 accountId);

    /// @notice Lets `operator` act on every account of the caller (open, withdraw); it cannot name a receiver of its own for claims.
    function setAccountOperator(address operator, bool approved) external;

    function isAccountOperator(address owner, address operator) external view returns (bool approved);

    /// @notice Adds collateral from the caller to any account.
    function depositCollateral(Account calldata account, uint256 assets) external;

    /// @notice Takes free collateral out before settlement; owner or operator; full cover is checked afterwards.
    function withdrawCollateral(Account calldata account, uint256 assets, address receiver) external;

    /// @notice Opens `size` packages between two accounts of one book: every leg makes one side short and the other long.
    /// The caller must be owner or operator of both; both must be fully covered afterwards.
    function openPackage(Account calldata account, Account calldata counter, PackageLeg[] calldata legs, uint256 size) external;

    /// @notice Makes the account short and mints the long tokens to `receiver`.
    function write(Account calldata account, uint256 seriesId, uint256 size, address receiver) external;

    /// @notice Puts the caller's long tokens into an account, where they offset shorts.
    function depositLong(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice Takes long tokens out of an account; full cover is checked afterwards.
    function withdrawLong(Account calldata account, uint256 seriesId, uint256 size, address receiver) external;

    /// @notice Before expiry: cancels the account's short against the caller's long tokens of the same series.
    function burn(Account calldata account, uint256 seriesId, uint256 size) external;

    /// @notice After the price is final: nets the account, frees what is left and credits it to the owner's claim. By anyone, once.
    function settleAccount(Account calldata account) external returns (uint256 payout);

    /// @notice After the price is final: burns the caller's long tokens and pays their value, rounded down.
    function exercise(uint256 seriesId, uint256 size, address receiver) external returns (uint256 assets);

    /// @notice Pays out the caller's claim in `asset`.
    function withdrawClaim(address asset, uint256 assets, address receiver) external;

    function claimOf(address owner, address asset) external view returns (uint256 assets);

    function collateralOf(Account calldata account) external view returns (uint256 assets);

    /// @notice The account's legs; size is signed, 18 decimals, negative when short.
    function positionsOf(Account calldata account) external view returns (uint256[] memory seriesIds, int256[] memory sizes);

    /// @notice Collateral that full mode asks of the account as it stands, in units of the settlement asset, rounded up.
    function requiredCollateral(Account calldata account) external view returns (uint256 assets);

    /// @notice Sum of all unsettled shorts of a series, 18 decimals.
    function totalShort(uint256 seriesId) external view returns (uint256 size);

    /// @notice What the contract must hold of `asset`: collateral, settlement reserves and claims together.
    function totalHeld(address asset) external view returns (uint256 assets);

    function settlementOracle() external view returns (address oracle);
}
