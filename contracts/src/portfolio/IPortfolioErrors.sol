// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IPortfolioErrors
/// @notice Why the portfolio clearinghouse refuses; what its parameters forbid is in IRiskBounds.
interface IPortfolioErrors {
    /// @notice The settlement asset is neither underlying nor quote, or the two are the same.
    error Portfolio_InvalidAssets(address underlying, address quote, address settlementAsset);
    /// @notice Strikes are above 0 and have at most 96 bits, 8 decimals.
    error Portfolio_StrikeOutOfRange(uint256 strike, uint256 greatest);
    /// @notice Expiries are at 08:00 UTC. Unix seconds.
    error Portfolio_ExpiryNotAtEight(uint64 expiry);
    /// @notice Fully backed series belong to the clearinghouse, the others here.
    error Portfolio_WrongBacking(bool fullyBacked);
    /// @notice Settlement assets have at most 18 decimals.
    error Portfolio_DecimalsUnsupported(address asset, uint8 decimals);
    /// @notice No portfolio series with this id was created.
    error Portfolio_UnknownSeries(uint256 seriesId);
    /// @notice The series is of another book than the account.
    error Portfolio_OtherBook(uint256 seriesId, bytes32 accountId);
    /// @notice Only the owner itself can agree to be liquidated.
    error Portfolio_NotOwner(address caller, address owner);
    /// @notice The caller is neither the account's owner nor an operator of the owner.
    error Portfolio_NotAuthorised(address caller, address owner);
    /// @notice The owner agreed to other parameters than the book's.
    error Portfolio_OtherTerms(bytes32 terms, bytes32 agreed);
    /// @notice The owner has not opened the account.
    error Portfolio_NotOpened(bytes32 accountId);
    /// @notice The account is open already.
    error Portfolio_AlreadyOpened(bytes32 accountId);
    /// @notice Only before the expiry. Unix seconds.
    error Portfolio_Expired(uint64 expiry);
    /// @notice The account is settled; what was left is in its owner's claim.
    error Portfolio_AccountSettled(bytes32 accountId);
    /// @notice The account's collateral is below what the change asks for. Units of the settlement asset; spot 8 decimals.
    error Portfolio_Undercovered(bytes32 accountId, uint256 required, uint256 collateral, uint256 spot);
    /// @notice More than there is. Units of the settlement asset.
    error Portfolio_InsufficientCollateral(bytes32 accountId, uint256 requested, uint256 collateral);
    /// @notice More than the claim. Units of `asset`.
    error Portfolio_InsufficientClaim(address owner, address asset, uint256 requested, uint256 claim);
    /// @notice The account is long fewer options of the series. 18 decimals.
    error Portfolio_InsufficientLong(uint256 seriesId, uint256 requested, uint256 long);
    /// @notice The account is short fewer options of the series. 18 decimals.
    error Portfolio_InsufficientShort(uint256 seriesId, uint256 requested, uint256 short);
    /// @notice An account holds at most eight series.
    error Portfolio_TooManyLegs(bytes32 accountId, uint256 limit);
    /// @notice A size of zero options, or nothing to write.
    error Portfolio_ZeroSize(uint256 seriesId);
    /// @notice A short that is neither nothing nor at least the book's least. 18 decimals.
    error Portfolio_ShortTooSmall(uint256 seriesId, uint256 short, uint256 least);
    /// @notice A position beyond 127 bits. 18 decimals.
    error Portfolio_SizeOutOfRange(uint256 size, uint256 greatest);
    /// @notice What is sent to this contract itself would be lost.
    error Portfolio_InvalidReceiver(address receiver);
    /// @notice The token credited another amount than was sent (a fee, a rebase): it cannot be collateral.
    error Portfolio_TransferMismatch(address asset, uint256 expected, uint256 arrived);
    /// @notice The account holds its maintenance margin: nothing to liquidate. Units of the settlement asset; spot 8 decimals.
    error Portfolio_Healthy(bytes32 accountId, uint256 collateral, uint256 maintenance, uint256 spot);
    /// @notice The account is below its maintenance margin. Units of the settlement asset; spot 8 decimals.
    error Portfolio_Unhealthy(bytes32 accountId, uint256 collateral, uint256 maintenance, uint256 spot);
    /// @notice An auction of the account runs until then. Unix seconds.
    error Portfolio_AuctionRuns(bytes32 accountId, uint64 endsAt);
    /// @notice An account cannot take a slice of itself.
    error Portfolio_SameAccount(bytes32 accountId);
    /// @notice The two accounts are of different books.
    error Portfolio_BooksDiffer(bytes32 accountId, bytes32 liquidatorId);
    /// @notice The settlement price is not final yet.
    error Portfolio_PriceNotFinal(address underlying, address quote, uint64 expiry);
    /// @notice Shorts of the book are not settled yet, 18 decimals; claims open when none is left.
    error Portfolio_ClaimsNotOpen(uint256 seriesId, uint256 shortLeft);
}
