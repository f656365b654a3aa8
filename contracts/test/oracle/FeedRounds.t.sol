// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {FeedRounds, FixedFeed, Round} from "../../src/oracle/FeedRounds.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestFeed} from "../base/TestFeed.sol";

contract FeedRoundsTest is BallastTest {
    using FeedRounds for FixedFeed;

    uint256 private constant SPAN = 1000;

    TestFeed private feed;

    function setUp() external {
        vm.warp(START + SPAN);
        feed = new TestFeed(8);
    }

    function testFuzz_Search_FindsWhatAScanFinds(uint256 seed, uint256 count, uint256 instant, bool reverts) external {
        feed.setRevertsOnMissing(reverts);
        count = bound(count, 0, 70);
        instant = START + bound(instant, 0, SPAN);
        uint256 time = START;
        uint256 expected = 1;
        for (uint256 i; i < count; ++i) {
            time += uint256(keccak256(abi.encode(seed, i))) % 25;
            feed.push(2000e8, time);
            if (time < instant) ++expected;
        }
        uint80 found = FixedFeed(address(feed), 8, 1).firstNotBefore(1, uint64(instant));
        assertEq(found, (uint256(1) << 64) + expected);
    }

    function testFuzz_Proof_IsOfTheLowestPhaseThatProves(uint256 seed, uint256 phases, uint256 instant) external {
        phases = bound(phases, 1, 4);
        instant = START + bound(instant, 1, SPAN);
        uint256 latest = instant + seed % 100;
        uint256 expected;
        for (uint256 phase = 1; phase <= phases; ++phase) {
            if (phase != 1) feed.startPhase();
            uint80 proof = _fill(uint256(keccak256(abi.encode(seed, phase))), instant, latest);
            if (expected == 0) expected = proof;
        }
        Round memory found = FixedFeed(address(feed), 8, 1).findProof(uint16(phases), uint64(instant), uint64(latest));
        assertEq(found.id, expected);
        assertEq(found.price != 0, expected != 0);
    }

    /// @dev Pushes up to 12 rounds, a tenth of them unsound, and returns the one that proves, found by a scan.
    function _fill(uint256 seed, uint256 instant, uint256 latest) private returns (uint80 proof) {
        uint256 time = START;
        uint256 before;
        bool soundBefore;
        for (uint256 i; i < seed % 12; ++i) {
            uint256 word = uint256(keccak256(abi.encode(seed, i)));
            time += word % 200;
            if (time > START + SPAN) break;
            bool sound = (word >> 64) % 10 != 0;
            uint80 id = feed.push(sound ? int256(1e8) : int256(0), time);
            bool crosses = i != 0 && before < instant && time >= instant;
            if (crosses && sound && soundBefore && time <= latest) proof = id;
            (before, soundBefore) = (time, sound);
        }
    }
}
