// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {IQuoteBook, PostedQuote} from "../../src/market/IQuoteBook.sol";
import {QuoteBook} from "../../src/market/QuoteBook.sol";
import {LegTemplate} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch} from "../../src/vault/IStrategyVault.sol";
import {TestToken} from "../base/TestToken.sol";
import {RecordedLog, VM_ADDRESS, Vm} from "../base/Vm.sol";
import {Answer, TestSaleVault} from "./TestSaleVault.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @notice A quote as its maker meant it, kept apart from the book.
struct MeantQuote {
    address maker;
    uint256 size;
    uint256 price;
    uint64 deadline;
    bool used;
}

/// @dev Makers, a vault that sometimes refuses or changes its word, and a clock. Keeps its own record of what every maker quoted and paid; what
/// breaks a promise is noted in `broken`, because an assertion in here would only revert the call.
contract QuoteBookHandler {
    Vm private constant vm = Vm(VM_ADDRESS);

    QuoteBook private immutable BOOK;
    Clearinghouse private immutable HOUSE;
    TestToken private immutable USD;
    TestSaleVault private immutable VAULT;
    uint64 private immutable EXPIRY;

    address[] public makers;
    mapping(address maker => uint256 assets) public deposited;
    mapping(address maker => uint256 assets) public withdrawn;
    mapping(address maker => uint256 assets) public paid;
    mapping(uint64 epoch => MeantQuote[]) private meant;
    string public broken;
    uint64 public epochs;
    uint256 public fills;
    uint256 public heldFills;
    uint256 public releases;

    constructor(
        QuoteBook book,
        Clearinghouse house,
        TestToken usd,
        TestSaleVault vault,
        address[] memory makers_,
        uint64 expiry
    ) {
        (BOOK, HOUSE, USD, VAULT, EXPIRY) = (book, house, usd, vault, expiry);
        makers = makers_;
    }

    function deposit(uint256 who, uint256 assets) external {
        address maker = _maker(who);
        assets = 1 + assets % 10_000e6;
        USD.mint(maker, assets);
        vm.startPrank(maker);
        USD.approve(address(BOOK), assets);
        BOOK.deposit(address(USD), assets);
        vm.stopPrank();
        deposited[maker] += assets;
    }

    function withdraw(uint256 who, uint256 assets) external {
        address maker = _maker(who);
        assets = 1 + assets % 10_000e6;
        vm.prank(maker);
        BOOK.withdraw(address(USD), assets, maker);
        withdrawn[maker] += assets;
    }

    function setOperator(uint256 who, bool approved) external {
        vm.prank(_maker(who));
        HOUSE.setAccountOperator(address(BOOK), approved);
    }

    function openSale(uint256 size, uint256 floor) external {
        Epoch memory last = VAULT.epoch();
        if (block.timestamp + 3 hours > EXPIRY) return;
        if (!last.cleared && block.timestamp <= last.clearEnd) return;
        size = 1e15 + size % 100e18;
        floor = floor % 60e6;
        LegTemplate[] memory legs = new LegTemplate[](1);
        legs[0] = LegTemplate(true, false, 1e18);
        uint256[] memory strikes = new uint256[](1);
        strikes[0] = 3100e8;
        VAULT.open(legs, strikes, size, floor, 3100e6 * size / 1e18 + 1);
        epochs = VAULT.epoch().number;
    }

    function post(uint256 who, uint256 size, uint256 price, uint64 extra) external {
        Epoch memory epoch = VAULT.epoch();
        address maker = _maker(who);
        size = epoch.sizeOffered / 16 + size % (epoch.sizeOffered + 2);
        price = price % 100e6;
        uint64 deadline = epoch.clearEnd - 1 + extra % 100;
        uint256[] memory prices = new uint256[](1);
        prices[0] = price;
        vm.prank(maker);
        BOOK.postQuote(address(VAULT), size, prices, deadline);
        meant[epoch.number].push(MeantQuote(maker, size, price, deadline, false));
    }

    function pass(uint256 time) external {
        vm.warp(block.timestamp + 1 + time % 45 minutes);
    }

    function setAnswer(uint256 answer) external {
        VAULT.setAnswer(answer % 4 == 0 ? Answer.Refuses : Answer.Accepts);
    }

    function changeTerms(uint64 later, uint256 floor) external {
        Epoch memory epoch = VAULT.epoch();
        if (later % 4 != 0) return;
        epoch.clearEnd += later % 7 days;
        epoch.floorPerUnit = floor % 10e6;
        VAULT.setEpoch(epoch);
    }

    function clear() external {
        uint64 number = VAULT.epoch().number;
        vm.recordLogs();
        try BOOK.clear(address(VAULT)) returns (uint256 sold, uint256) {
            _read(vm.getRecordedLogs(), number, sold);
        } catch {
            vm.getRecordedLogs();
        }
    }

    function release(uint64 epoch) external {
        BOOK.release(address(VAULT), uint64(1 + epoch % (epochs + 1)));
        releases += 1;
    }

    function makerCount() external view returns (uint256) {
        return makers.length;
    }

    /// @notice What standing quotes hold back from a maker, over all epochs.
    function reservedOf(address maker) external view returns (uint256 reserved) {
        for (uint64 epoch = 1; epoch <= epochs; ++epoch) {
            PostedQuote[] memory quotes = BOOK.quotesOf(address(VAULT), epoch);
            for (uint256 i; i < quotes.length; ++i) {
                if (quotes[i].maker == maker) reserved += quotes[i].reserved;
            }
        }
    }

    function _maker(uint256 who) private view returns (address) {
        return makers[who % makers.length];
    }

    /// @dev Every fill must be a quote that its maker meant, at its price, for no more than its size, in time, once.
    function _read(RecordedLog[] memory logs, uint64 epoch, uint256 sold) private {
        uint256 sum;
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(BOOK)) continue;
            if (logs[i].topics[0] == IQuoteBook.PositionHeld.selector) heldFills += 1;
            if (logs[i].topics[0] != IQuoteBook.QuoteFilled.selector) continue;
            (uint256 size, uint256[] memory prices, uint256 premium) =
                abi.decode(logs[i].data, (uint256, uint256[], uint256));
            address maker = address(uint160(uint256(logs[i].topics[3])));
            if (!_use(meant[epoch], maker, size, prices[0])) broken = "filled what nobody quoted";
            if (premium > Math.ceilDiv(size * prices[0], 1e18)) broken = "paid more than quoted";
            paid[maker] += premium;
            sum += size;
            fills += 1;
        }
        if (sum != sold || sold > VAULT.epoch().sizeOffered) broken = "sold more than offered";
    }

    function _use(MeantQuote[] storage quotes, address maker, uint256 size, uint256 price) private returns (bool) {
        for (uint256 i; i < quotes.length; ++i) {
            MeantQuote storage quote = quotes[i];
            bool fits = !quote.used && quote.maker == maker && quote.price == price && quote.size >= size;
            if (fits && block.timestamp <= quote.deadline) {
                quote.used = true;
                return true;
            }
        }
        return false;
    }
}
