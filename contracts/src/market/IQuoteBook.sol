// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../clearing/IClearinghouse.sol";

/// @notice A maker's posted quote for a vault's sale.
/// @param maker pays the premium and takes the other side of the package
/// @param size packages wanted, 18 decimals
/// @param legPrices price of one option of each leg, in the order of the policy's legs, in units of the vault's asset
/// @param premiumPerUnit what the maker pays per package: sold legs' prices less bought legs' prices, times their ratios, rounded down, in units of the vault's asset
/// @param reserved balance held back for premium and margin, in units of the vault's asset
/// @param deadline unix seconds; not filled after it
struct PostedQuote {
    address maker;
    uint256 size;
    uint256[] legPrices;
    uint256 premiumPerUnit;
    uint256 reserved;
    uint64 deadline;
}

/// @title QuoteBook
/// @notice Makers' prefunded balances and the quotes they post for vault sales. At most 16 a sale; a better one evicts the worst. Posted quotes are firm: they cannot be taken back before the sale can no longer be cleared.
interface IQuoteBook {
    event BalanceDeposited(address indexed maker, address indexed asset, uint256 assets);
    event BalanceWithdrawn(address indexed maker, address indexed asset, address indexed receiver, uint256 assets);
    event QuotePosted(
        address indexed vault,
        uint64 indexed epoch,
        address indexed maker,
        uint256 size,
        uint256[] legPrices,
        uint256 premiumPerUnit,
        uint64 deadline
    );
    /// @dev `reserved` went back to the maker's free balance: evicted, not needed, or the sale was never cleared.
    event QuoteReleased(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 reserved);
    event QuoteFilled(
        address indexed vault,
        uint64 indexed epoch,
        address indexed maker,
        uint256 size,
        uint256[] legPrices,
        uint256 premium
    );
    /// @dev A quote that the vault's side could not take; `reason` is what the failing call reverted with. The next quote takes its place.
    event QuoteSkipped(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 size, bytes reason);
    /// @dev The maker's own account could not take the fill, so this contract holds the position for it, in its account of this number.
    event PositionHeld(address indexed vault, uint64 indexed epoch, address indexed maker, uint96 subId);
    event PositionCollected(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 assets);
    event SaleCleared(address indexed vault, uint64 indexed epoch, uint256 sizeSold, uint256 premium);

    /// @notice Nothing to move.
    error QuoteBook_ZeroAssets();
    /// @notice The token moved another amount than it was asked to: it takes a fee, or its balances change by themselves.
    /// @param asked units of the asset
    /// @param received units of the asset
    error QuoteBook_AmountMismatch(uint256 asked, uint256 received);
    /// @notice The maker's free balance is too small.
    /// @param available units of the asset
    /// @param needed units of the asset
    error QuoteBook_BalanceTooLow(uint256 available, uint256 needed);
    /// @notice The vault names another clearinghouse, another quote book, or an account that is not its own.
    error QuoteBook_VaultUnfit(address vault);
    /// @notice The vault takes no quotes now.
    /// @param saleEnd unix seconds at which its last sale ended
    error QuoteBook_SaleNotOpen(address vault, uint64 saleEnd);
    /// @notice The sale cannot be cleared now: not selling, cleared already, too early or too late.
    /// @param saleEnd unix seconds, first moment
    /// @param clearEnd unix seconds, last moment
    error QuoteBook_NotClearable(address vault, uint64 saleEnd, uint64 clearEnd);
    /// @notice The sale may still be cleared until `clearEnd`, so its quotes stand.
    error QuoteBook_StillFirm(address vault, uint64 clearEnd);
    /// @notice Nothing is reserved for this sale.
    error QuoteBook_NothingReserved(address vault, uint64 epoch);
    /// @notice Nobody ever posted a quote for this sale.
    error QuoteBook_UnknownSale(address vault, uint64 epoch);
    /// @notice The vault changed what it sells after quotes were posted for it.
    error QuoteBook_TermsChanged(address vault, uint64 epoch);
    /// @notice One price a leg.
    error QuoteBook_LegCountMismatch(uint256 prices, uint256 legs);
    /// @notice A quote takes at least a sixteenth of the sale, so that sixteen quotes always can take all of it, and at most all of it.
    /// @param size packages, 18 decimals
    error QuoteBook_SizeOutOfRange(uint256 size, uint256 least, uint256 most);
    /// @notice A posted quote stands until the sale can no longer be cleared.
    error QuoteBook_DeadlineTooEarly(uint64 deadline, uint64 clearEnd);
    /// @notice The bought legs would cost more than the sold ones bring.
    /// @param sold units of the asset per package
    /// @param bought units of the asset per package
    error QuoteBook_NegativePremium(uint256 sold, uint256 bought);
    /// @notice Less than the curator accepts.
    /// @param premiumPerUnit units of the asset per package
    /// @param floorPerUnit units of the asset per package
    error QuoteBook_BelowFloor(uint256 premiumPerUnit, uint256 floorPerUnit);
    /// @notice Sixteen quotes stand and none is worse.
    /// @param premiumPerUnit units of the asset per package
    /// @param worst units of the asset per package
    error QuoteBook_NotBetterThanWorst(uint256 premiumPerUnit, uint256 worst);
    /// @notice No position of the maker is held for this sale, or it was collected.
    error QuoteBook_NothingHeld(address vault, uint64 epoch, address maker);
    /// @notice The maker has not made this contract its account operator at the clearinghouse.
    error QuoteBook_NotOperator(address maker);
    /// @notice Only the quote book itself.
    error QuoteBook_NotSelf(address caller);
    /// @notice The call was given too little gas to tell a failing quote from a starved one.
    error QuoteBook_GasTooLow(uint256 gasLeft);

    /// @notice Adds `assets` of the caller's `asset` to its free balance.
    function deposit(address asset, uint256 assets) external;

    /// @notice Pays `assets` of the caller's free balance to `receiver`.
    function withdraw(address asset, uint256 assets, address receiver) external;

    /// @notice Free balance, not reserved by quotes, in units of `asset`.
    function balanceOf(address maker, address asset) external view returns (uint256 assets);

    /// @notice Posts a quote for the open sale of `vault`, leg by leg, so that every fill shows what each option was sold for; the deadline must
    /// reach the end of the clear window. The maker must have made this contract its account operator.
    /// @param size packages, 18 decimals, from a sixteenth of the offer to all of it
    /// @param legPrices price of one option of each leg, in units of the vault's asset
    /// @param deadline unix seconds
    function postQuote(address vault, uint256 size, uint256[] calldata legPrices, uint64 deadline) external;

    /// @notice After the sale's end: fills in price order (earlier first at equal price), never below the floor, and tells the vault. By anyone.
    /// @return sizeSold packages, 18 decimals
    /// @return premium units of the vault's asset
    function clear(address vault) external returns (uint256 sizeSold, uint256 premium);

    /// @notice Frees the reservations of a sale that can no longer be cleared. By anyone.
    function release(address vault, uint64 epoch) external;

    /// @notice After the price is final: settles a position that is held for a maker and adds what it pays to the maker's free balance. By anyone.
    /// @return assets units of the vault's asset
    function collect(address vault, uint64 epoch, address maker) external returns (uint256 assets);

    /// @notice The quotes that stand for a sale, best first; none once it was cleared or released.
    function quotesOf(address vault, uint64 epoch) external view returns (PostedQuote[] memory quotes);

    /// @notice The maker's margin account for one sale: its own for every vault and epoch, so that no other collateral of the maker is touched.
    function makerAccountOf(address vault, uint64 epoch, address maker) external view returns (Account memory account);

    /// @notice The account that holds a maker's position because its own could not take it; reverts when there is none.
    function heldAccountOf(address vault, uint64 epoch, address maker) external view returns (Account memory account);

    /// @notice The one clearinghouse whose vaults are served.
    function clearinghouse() external view returns (address);
}
