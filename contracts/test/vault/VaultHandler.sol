// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {QuoteBook} from "../../src/market/QuoteBook.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {LegTemplate, Terms} from "../../src/vault/IStrategyPolicy.sol";
import {Epoch, Phase, Requests} from "../../src/vault/IStrategyVault.sol";
import {ShareMath} from "../../src/vault/ShareMath.sol";
import {StrategyPolicy} from "../../src/vault/StrategyPolicy.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice Everything a handler acts on and as.
struct Stage {
    StrategyVault vault;
    StrategyPolicy policy;
    QuoteBook book;
    SettlementOracle oracle;
    TestFeed feed;
    address curator;
    address maker;
    uint256[] strikes;
}

/// @notice What a controller has put in and got out, in total.
/// @param deposited assets requested
/// @param claimedAssets claimed as shares, as the assets they came from
/// @param refundedAssets paid back
/// @param asked shares requested to be redeemed
/// @param redeemedShares claimed as assets, as the shares they came from
/// @param returnedShares given back
struct Ledger {
    uint256 deposited;
    uint256 claimedAssets;
    uint256 refundedAssets;
    uint256 asked;
    uint256 redeemedShares;
    uint256 returnedShares;
}

/// @title VaultHandler
/// @notice Calls by which the invariant runner lives whole epochs of a vault on the real contracts, with what must hold recorded on the way.
contract VaultHandler is BallastTest {
    StrategyVault public immutable vault;
    TestToken public immutable asset;
    Stage private stage;
    uint256 private immutable UNIT;
    uint256 private immutable SCALE;

    address[4] public actors;
    mapping(address actor => Ledger ledger) private ledgers;

    uint256 public gifts;
    uint256 public calls;
    uint256 public done;
    uint256 public settlements;
    uint256 public closings;
    uint256 public sales;
    /// @notice Executions in Idle, each of which may leave a rounding of every actor behind.
    uint256 public executions;
    bool public priceMovedOutsideSettlement;
    bool public priceGivenAway;

    constructor(Stage memory stage_) {
        stage = stage_;
        vault = stage_.vault;
        asset = TestToken(stage_.vault.asset());
        UNIT = 10 ** asset.decimals();
        SCALE = 1e18 / UNIT;
        actors = [named("ann"), named("ben"), named("cid"), named("dee")];
        for (uint256 i; i < actors.length; ++i) {
            vm.prank(actors[i]);
            asset.approve(address(vault), type(uint256).max);
        }
    }

    modifier counted() {
        calls += 1;
        uint256 price = vault.sharePrice();
        uint256 settled = settlements;
        _;
        if (settlements == settled && vault.sharePrice() != price) priceMovedOutsideSettlement = true;
    }

    function ledgerOf(address actor) external view returns (Ledger memory) {
        return ledgers[actor];
    }

    // ---- what a depositor does

    function requestDeposit(uint256 who, uint256 to, uint256 assets) external counted {
        address actor = actors[who % 4];
        address controller = actors[to % 8 < 4 ? to % 4 : who % 4];
        assets = bound(assets, vault.terms().minRequest, 500 * UNIT);
        if (vault.isDead() || vault.depositsPaused()) return;
        asset.mint(actor, assets);
        vm.prank(actor);
        vault.requestDeposit(assets, controller, actor);
        ledgers[controller].deposited += assets;
        done += 1;
    }

    function cancelDeposit(uint256 who, bool inTwoSteps) external counted {
        address actor = actors[who % 4];
        Requests memory requests = vault.requestsOf(actor);
        uint256 expected = requests.pendingDepositAssets + requests.refundableAssets;
        if (expected == 0) return;
        uint256 before = asset.balanceOf(actor);
        vm.startPrank(actor);
        if (inTwoSteps) {
            if (requests.pendingDepositAssets > 0) vault.cancelDepositRequest(0, actor);
            vault.claimCancelDepositRequest(0, actor, actor);
        } else {
            vault.cancelDeposit(actor, actor);
        }
        vm.stopPrank();
        assertEq(asset.balanceOf(actor) - before, expected, "all of it comes back");
        ledgers[actor].refundedAssets += expected;
        done += 1;
    }

    function claimShares(uint256 who, uint256 amount, bool byShares) external counted {
        address actor = actors[who % 4];
        Requests memory requests = vault.requestsOf(actor);
        uint256 most = byShares ? requests.claimableDepositShares : requests.claimableDepositAssets;
        if (most == 0) return;
        amount = amount % 2 == 0 ? most : bound(amount, 1, most);
        vm.prank(actor);
        uint256 other = byShares ? vault.mint(amount, actor, actor) : vault.deposit(amount, actor, actor);
        ledgers[actor].claimedAssets += byShares ? other : amount;
        done += 1;
    }

    function requestRedeem(uint256 who, uint256 shares) external counted {
        address actor = actors[who % 4];
        uint256 held = vault.balanceOf(actor);
        if (held == 0) return;
        shares = shares % 3 == 0 ? held : bound(shares, 1, held);
        vm.prank(actor);
        vault.requestRedeem(shares, actor, actor);
        ledgers[actor].asked += shares;
        done += 1;
    }

    function cancelRedeem(uint256 who, bool inTwoSteps) external counted {
        address actor = actors[who % 4];
        Requests memory requests = vault.requestsOf(actor);
        uint256 expected = requests.pendingRedeemShares + requests.refundableShares;
        if (expected == 0) return;
        vm.startPrank(actor);
        if (inTwoSteps) {
            if (requests.pendingRedeemShares > 0) vault.cancelRedeemRequest(0, actor);
            vault.claimCancelRedeemRequest(0, actor, actor);
        } else {
            vault.cancelRedeem(actor, actor);
        }
        vm.stopPrank();
        ledgers[actor].returnedShares += expected;
        done += 1;
    }

    function claimAssets(uint256 who, uint256 amount, bool byShares) external counted {
        address actor = actors[who % 4];
        Requests memory requests = vault.requestsOf(actor);
        uint256 most = byShares ? requests.claimableRedeemShares : requests.claimableRedeemAssets;
        if (most == 0) return;
        amount = amount % 2 == 0 ? most : bound(amount, 1, most);
        vm.prank(actor);
        uint256 other = byShares ? vault.redeem(amount, actor, actor) : vault.withdraw(amount, actor, actor);
        ledgers[actor].redeemedShares += byShares ? amount : other;
        done += 1;
    }

    // ---- what happens to the vault

    /// @notice Tokens sent without a request.
    function donate(uint256 assets) external counted {
        assets = bound(assets, 1, 10 * UNIT);
        asset.mint(address(vault), assets);
        gifts += assets;
        done += 1;
    }

    function changeTerms(uint256 cap, uint16 management, uint16 performance) external counted {
        Terms memory terms = stage.policy.terms();
        terms.cap = cap % 3 == 0 ? type(uint128).max : bound(cap, 0, 2_000 * UNIT);
        terms.managementFeeBps = uint16(bound(management, 0, 500));
        terms.performanceFeeBps = uint16(bound(performance, 0, 3_000));
        vm.prank(stage.policy.owner());
        stage.policy.setTerms(terms);
        done += 1;
    }

    /// @notice One step of the epoch: close or open, sell and clear or let the sale lapse, price and settle.
    function advance(uint256 seed, uint256 price) external counted {
        Phase phase = vault.epoch().phase;
        if (phase == Phase.Selling) _clearOrLapse(seed);
        else if (phase == Phase.Live) _settle(bound(price, 1_500e8, 6_000e8));
        else if (seed % 5 == 0 || vault.totalAssets() + vault.totalSupply() == 0) _closeEmpty();
        else _open();
        done += 1;
    }

    function _closeEmpty() private {
        vm.warp(uint256(vault.idleSince()) + vault.terms().openWindow);
        int256 before = _surplus();
        vault.closeEmptyEpoch();
        _recordExecution(before);
        closings += 1;
    }

    function _open() private {
        int256 before = _surplus();
        uint64 expiry = uint64((block.timestamp + 6 days) / 1 days * 1 days + 1 days + 8 hours);
        stage.feed.push(3_000e8, block.timestamp);
        vm.prank(stage.curator);
        try vault.openEpoch(stage.strikes, expiry, 0) {
            _recordExecution(before);
        } catch {
            // no shares, or too few assets for any part of a package: then only the empty close is left
            _closeEmpty();
        }
    }

    function _clearOrLapse(uint256 seed) private {
        Epoch memory epoch = vault.epoch();
        if (seed % 4 == 0) {
            vm.warp(uint256(epoch.clearEnd) + 1);
            vault.settleEpoch();
            settlements += 1;
            executions += 1;
            return;
        }
        uint256 size = seed % 4 == 1 ? epoch.sizeOffered : epoch.sizeOffered / 2 + 1;
        LegTemplate[] memory legs = stage.policy.legs();
        uint256[] memory prices = new uint256[](legs.length);
        prices[legs.length / 2] = bound(seed, 0, UNIT / 20);
        vm.prank(stage.maker);
        stage.book.postQuote(address(vault), size, prices, epoch.clearEnd);
        vm.warp(epoch.saleEnd);
        stage.book.clear(address(vault));
        sales += 1;
    }

    function _settle(uint256 price) private {
        uint64 expiry = vault.epoch().expiry;
        vm.warp(expiry);
        uint80 roundId = stage.feed.push(int256(price), expiry);
        stage.oracle.settle(vault.underlying(), vault.quote(), expiry, roundId);
        vault.settleEpoch();
        settlements += 1;
        executions += 1;
    }

    /// @dev An execution at the last price leaves its holders what they had, and at most its own rounding more.
    function _recordExecution(int256 before) private {
        executions += 1;
        int256 gain = _surplus() - before;
        uint256 rounding = 2 * SCALE + vault.sharePrice() / 1e18 + vault.totalSupply() / 1e18 + 4;
        if (gain < 0 || uint256(gain) > rounding) priceGivenAway = true;
    }

    /// @dev Assets beyond what all shares are worth at the last price, 18 decimals.
    function _surplus() private view returns (int256) {
        uint256 owed = vault.totalSupply() * vault.sharePrice() / ShareMath.WAD;
        return int256(vault.totalAssets() * SCALE) - int256(owed);
    }
}
