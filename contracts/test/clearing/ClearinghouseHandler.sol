// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clearinghouse} from "../../src/clearing/Clearinghouse.sol";
import {Account, PackageLeg, Series} from "../../src/clearing/IClearinghouse.sol";
import {SettlementOracle} from "../../src/oracle/SettlementOracle.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";
import {TestToken} from "../base/TestToken.sol";

/// @notice What the handler plays with.
struct World {
    Clearinghouse house;
    SettlementOracle oracle;
    TestFeed feed;
    TestToken weth;
    TestToken usd;
}

/// @title ClearinghouseHandler
/// @notice Four people who trade options over successive expiries with whatever the runner tells them; it remembers what an invariant needs and
/// cannot read: every series and account, what was exercised, and how many calls of each kind succeeded.
contract ClearinghouseHandler is BallastTest {
    uint256 public constant PEOPLE = 4;
    uint256 private constant STRIKES = 10;

    World internal world;
    address[] internal people;
    uint64[] public expiries;
    uint64 private present = uint64(START);

    mapping(uint64 expiry => uint256[] ids) private seriesOfExpiry;
    mapping(uint256 seriesId => bool known) private isKnown;
    /// @notice Shorts of a series when its price became final.
    mapping(uint256 seriesId => uint256 size) public openInterest;
    mapping(uint256 seriesId => uint256 size) public exercised;
    mapping(uint256 seriesId => uint256 size) public shortSettled;
    mapping(uint256 seriesId => uint256 size) public longSettled;
    mapping(address asset => uint256 assets) public paidIn;
    mapping(address asset => uint256 assets) public paidOut;
    mapping(bytes4 selector => uint256 count) public succeeded;
    uint256 public totalSucceeded;

    constructor(World memory world_) {
        world = world_;
        string[4] memory names = ["ann", "ben", "cy", "dot"];
        for (uint256 i; i < PEOPLE; ++i) {
            address person = named(names[i]);
            people.push(person);
            world.weth.mint(person, 1e30);
            world.usd.mint(person, 1e24);
            vm.startPrank(person);
            world.weth.approve(address(world.house), type(uint256).max);
            world.usd.approve(address(world.house), type(uint256).max);
            world.house.setAccountOperator(address(this), true);
            vm.stopPrank();
        }
        expiries.push(uint64(START + 7 days));
    }

    modifier counted() {
        vm.warp(present);
        _;
        ++succeeded[msg.sig];
        ++totalSucceeded;
    }

    // ---- what the runner calls

    function depositCollateral(uint256 who, bool inKind, uint256 assets) external counted {
        _deposit(_account(who, inKind), bound(assets, 0, inKind ? 50e18 : 100_000e6));
    }

    function withdrawCollateral(uint256 who, bool inKind, uint256 assets) external counted {
        Account memory account = _account(who, inKind);
        uint256 free = world.house.collateralOf(account) - world.house.requiredCollateral(account);
        // One call in eight asks for a unit too much.
        assets = assets % 8 == 0 ? free + 1 : bound(assets, 0, free);
        vm.prank(account.owner);
        world.house.withdrawCollateral(account, assets, account.owner);
        paidOut[account.settlementAsset] += assets;
    }

    /// @dev Puts in the quote and calls in the underlying are what can be written alone.
    function write(uint256 who, bool inKind, uint256 strike, uint256 size, uint256 to) external counted {
        Account memory account = _account(who, inKind);
        uint256 id = _series(strike, !inKind, inKind);
        size = bound(size, 1, 20e18);
        _deposit(account, inKind ? size : size * _strike(strike) / 1e20 + 1);
        vm.prank(account.owner);
        world.house.write(account, id, size, people[to % PEOPLE]);
    }

    /// @dev A spread or a condor, sold by one person to another, at uneven ratios now and then.
    function openPackage(uint256 who, uint256 strikes, bool inKind, bool condor, uint256 size) external counted {
        PackageLeg[] memory legs = new PackageLeg[](condor && !inKind ? 4 : 2);
        uint256 ratio = strikes % 5 == 0 ? 0.7e18 : 1e18;
        legs[0] = PackageLeg(_series(strikes % 3 + 4, false, inKind), false, ratio);
        legs[1] = PackageLeg(_series(strikes % 3 + 5 + size % 3, false, inKind), true, ratio);
        if (legs.length == 4) {
            legs[2] = PackageLeg(_series(strikes % 2 + 2, true, false), false, ratio);
            legs[3] = PackageLeg(_series(strikes % 2, true, false), true, ratio);
        }
        size = bound(size, 2, 10e18);
        _deposit(_account(who, inKind), inKind ? size : size * 600e8 / 1e20 + 1);
        world.house.openPackage(_account(who, inKind), _account(who + 1 + size % 3, inKind), legs, size);
    }

    function depositLong(uint256 who, uint256 which, uint256 size) external counted {
        (address holder, uint256 id, uint256 held) = _holding(who, which, _current());
        Account memory account = _accountOf(holder, id);
        vm.prank(holder);
        world.house.depositLong(account, id, bound(size, 1, held));
    }

    function withdrawLong(uint256 who, uint256 which, uint256 size, uint256 to) external counted {
        (Account memory account, uint256 id, int256 held) = _position(who, which, true);
        vm.prank(account.owner);
        world.house.withdrawLong(account, id, bound(size, 1, uint256(held)), people[to % PEOPLE]);
    }

    /// @dev The short side buys back: whoever holds the tokens hands them over first.
    function burn(uint256 who, uint256 which, uint256 size) external counted {
        (Account memory account, uint256 id, int256 held) = _position(who, which, false);
        uint256 short = uint256(-held);
        for (uint256 i; i < PEOPLE; ++i) {
            uint256 balance = world.house.balanceOf(people[i], id);
            if (balance == 0) continue;
            size = bound(size, 1, balance < short ? balance : short);
            vm.prank(people[i]);
            world.house.transfer(account.owner, id, size);
            vm.prank(account.owner);
            world.house.burn(account, id, size);
            return;
        }
        revert("nobody holds any");
    }

    /// @dev One to four days; past an expiry its price becomes final and the next one begins.
    function passTime(uint256 time, uint256 price) external counted {
        present += uint64(1 days + uint256(keccak256(abi.encode(time))) % 3 days);
        vm.warp(present);
        if (present < _current() + 2 hours) return;
        finish(bound(price, 1, 4000e8));
        expiries.push(_current() + uint64(7 days));
    }

    function settleAccount(uint256 who, uint256 when, bool inKind) external counted {
        settle(_accountAt(people[who % PEOPLE], inKind, _past(when)));
    }

    function exercise(uint256 who, uint256 which, uint256 when, uint256 size) external counted {
        (address holder, uint256 id, uint256 held) = _holding(who, which, _past(when));
        exerciseFor(holder, id, bound(size, 1, held));
    }

    function withdrawClaim(uint256 who, bool inKind, uint256 assets) external counted {
        claim(people[who % PEOPLE], inKind, assets);
    }

    // ---- also called when a run ends

    /// @notice Makes the price of the current expiry final, and notes the open interest of its series.
    function finish(uint256 price) public {
        uint64 expiry = _current();
        if (present < expiry + 60) present = expiry + 60;
        vm.warp(present);
        if (seriesOfExpiry[expiry].length == 0) return;
        world.feed.push(2000e8, expiry - 60);
        uint80 proof = world.feed.push(int256(price), expiry + 60);
        world.oracle.settle(address(world.weth), address(world.usd), expiry, proof);
        for (uint256 i; i < seriesOfExpiry[expiry].length; ++i) {
            openInterest[seriesOfExpiry[expiry][i]] = world.house.totalShort(seriesOfExpiry[expiry][i]);
        }
    }

    function settle(Account memory account) public returns (uint256 payout) {
        (uint256[] memory ids, int256[] memory sizes) = world.house.positionsOf(account);
        payout = world.house.settleAccount(account);
        for (uint256 i; i < ids.length; ++i) {
            if (sizes[i] < 0) shortSettled[ids[i]] += uint256(-sizes[i]);
            else longSettled[ids[i]] += uint256(sizes[i]);
        }
    }

    function exerciseFor(address holder, uint256 id, uint256 size) public returns (uint256 assets) {
        vm.prank(holder);
        assets = world.house.exercise(id, size, holder);
        exercised[id] += size;
        paidOut[world.house.seriesOf(id).settlementAsset] += assets;
    }

    function claim(address owner, bool inKind, uint256 assets) public {
        address asset = address(inKind ? world.weth : world.usd);
        assets = bound(assets, 0, world.house.claimOf(owner, asset));
        vm.prank(owner);
        world.house.withdrawClaim(asset, assets, owner);
        paidOut[asset] += assets;
    }

    // ---- what the invariants read

    function expiryCount() external view returns (uint256) {
        return expiries.length;
    }

    function seriesAt(uint64 expiry) external view returns (uint256[] memory) {
        return seriesOfExpiry[expiry];
    }

    function personAt(uint256 index) external view returns (address) {
        return people[index];
    }

    function accountAt(uint256 who, bool inKind, uint64 expiry) external view returns (Account memory) {
        return _accountAt(people[who], inKind, expiry);
    }

    // ---- private

    function _current() private view returns (uint64) {
        return expiries[expiries.length - 1];
    }

    /// @dev An expiry whose price came, the latest ones more often.
    function _past(uint256 when) private view returns (uint64) {
        uint256 count = expiries.length - 1;
        return expiries[count - 1 - when % (count < 3 ? count : 3)];
    }

    function _strike(uint256 seed) private pure returns (uint256) {
        return 1000e8 + (seed % STRIKES) * 200e8;
    }

    function _series(uint256 strike, bool isPut, bool inKind) private returns (uint256 id) {
        (address weth, address usd) = (address(world.weth), address(world.usd));
        uint64 expiry = _current();
        id = world.house.createSeries(Series(weth, usd, inKind ? weth : usd, _strike(strike), expiry, isPut, true));
        if (isKnown[id]) return id;
        isKnown[id] = true;
        seriesOfExpiry[expiry].push(id);
    }

    function _deposit(Account memory account, uint256 assets) private {
        vm.prank(account.owner);
        world.house.depositCollateral(account, assets);
        paidIn[account.settlementAsset] += assets;
    }

    function _account(uint256 who, bool inKind) private view returns (Account memory) {
        return _accountAt(people[who % PEOPLE], inKind, _current());
    }

    function _accountAt(address owner, bool inKind, uint64 expiry) private view returns (Account memory) {
        (address weth, address usd) = (address(world.weth), address(world.usd));
        return Account(owner, 1, weth, usd, inKind ? weth : usd, expiry);
    }

    function _accountOf(address owner, uint256 id) private view returns (Account memory) {
        Series memory series = world.house.seriesOf(id);
        return _accountAt(owner, series.settlementAsset == address(world.weth), series.expiry);
    }

    /// @dev The first person and series, counted from the seeds on, with tokens in hand.
    function _holding(uint256 who, uint256 which, uint64 expiry)
        private
        view
        returns (address holder, uint256 id, uint256 held)
    {
        uint256[] storage ids = seriesOfExpiry[expiry];
        for (uint256 i; i < ids.length * PEOPLE; ++i) {
            holder = people[(who % PEOPLE + i) % PEOPLE];
            id = ids[(which % ids.length + i / PEOPLE) % ids.length];
            held = world.house.balanceOf(holder, id);
            if (held != 0) return (holder, id, held);
        }
        revert("nobody holds any");
    }

    /// @dev The first account of the current expiry, counted from the seed on, with a long or a short leg.
    function _position(uint256 who, uint256 which, bool long)
        private
        view
        returns (Account memory account, uint256 id, int256 held)
    {
        for (uint256 i; i < 2 * PEOPLE; ++i) {
            account = _account(who % PEOPLE + i / 2, (which + i) % 2 == 0);
            (uint256[] memory ids, int256[] memory sizes) = world.house.positionsOf(account);
            for (uint256 j; j < ids.length; ++j) {
                uint256 index = (which % ids.length + j) % ids.length;
                if (sizes[index] > 0 == long) return (account, ids[index], sizes[index]);
            }
        }
        revert("no such leg");
    }
}
