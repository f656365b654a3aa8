// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice A maker's posted quote for a vault's sale.
/// @param maker pays the premium and takes the other side of the package
/// @param size packages wanted, 18 decimals
/// @param legPrices price of one option of each leg, in the order of the policy's legs, in units of the vault's asset
/// @param premiumPerUnit what the maker pays per package: sold legs' prices less bought legs' prices, times their ratios, in units of the vault's asset
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
/// @notice Makers' prefunded balances and the quotes they post for vault sales. At most 16 a sale; a better one evicts the worst. Posted quotes are firm until their deadline.
interface IQuoteBook {
    event BalanceDeposited(address indexed maker, address indexed asset, uint256 assets);
    event BalanceWithdrawn(address indexed maker, address indexed asset, address indexed receiver, uint256 assets);
    event QuotePosted(
        address indexed vault, uint64 indexed epoch, address indexed maker, uint256 size, uint256[] legPrices, uint256 premiumPerUnit, uint64 deadline
    );
    event QuoteReleased(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 reserved);
    event QuoteFilled(address indexed vault, uint64 indexed epoch, address indexed maker, uint256 size, uint256[] legPrices, uint256 premium);
    event SaleCleared(address indexed vault, uint64 indexed epoch, uint256 sizeSold, uint256 premium);

    function deposit(address asset, uint256 assets) external;

    function withdraw(address asset, uint256 assets, address receiver) external;

    /// @notice Free balance, not reserved by quotes.
    function balanceOf(address maker, address asset) external view returns (uint256 assets);

    /// @notice Posts a quote for the open sale of `vault`, leg by leg, so that every fill shows what each option was sold for; the deadline must
    /// reach the end of the clear window. The maker must have made this contract its account operator.
    function postQuote(address vault, uint256 size, uint256[] calldata legPrices, uint64 deadline) external;

    /// @notice After the sale's end: fills in price order (earlier first at equal price), never below the floor, and tells the vault. By anyone.
    function clear(address vault) external returns (uint256 sizeSold, uint256 premium);

    /// @notice Frees reservations of a sale that can no longer be cleared. By anyone.
    function release(address vault, uint64 epoch) external;

    function quotesOf(address vault, uint64 epoch) external view returns (PostedQuote[] memory quotes);
}
