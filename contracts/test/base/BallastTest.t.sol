// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BallastTest} from "./BallastTest.sol";
import {TestFeed} from "./TestFeed.sol";
import {TestToken} from "./TestToken.sol";

/// @dev The base is what every other test stands on, so it is seen to fail where it should.
contract BallastTestTest is BallastTest {
    function test_bound_keepsAValueInside(uint256 value, uint256 low, uint256 high) external pure {
        if (low > high) (low, high) = (high, low);
        uint256 result = bound(value, low, high);
        assertGe(result, low);
        assertLe(result, high);
        if (value >= low && value <= high) assertEq(result, value);
    }

    function test_assertions_revertWhenFalse() external {
        vm.expectRevert();
        this.failEquality();
        vm.expectRevert();
        this.failOrder();
    }

    function failEquality() external pure {
        assertEq(uint256(1), uint256(2));
    }

    function failOrder() external pure {
        assertLt(uint256(2), uint256(2));
    }

    function test_token_blocksAndTakesAFee() external {
        TestToken token = new TestToken("Token", "TKN", 6);
        address alice = named("alice");
        address bob = named("bob");
        token.mint(alice, 1000);
        token.setFeeBps(100);
        vm.prank(alice);
        token.transfer(bob, 500);
        assertEq(token.balanceOf(bob), 495);
        token.setBlocked(bob, true);
        vm.expectRevert(abi.encodeWithSelector(TestToken.TestToken_Blocked.selector, bob));
        vm.prank(alice);
        token.transfer(bob, 1);
    }

    function test_feed_numbersRoundsByPhase() external {
        TestFeed feed = new TestFeed(8);
        assertEq(uint256(feed.push(3000e8, START)), (1 << 64) + 1);
        feed.startPhase();
        assertEq(uint256(feed.push(3100e8, START + 60)), (2 << 64) + 1);
        (, int256 answer,,,) = feed.getRoundData(uint80((1 << 64) + 1));
        assertEq(answer, 3000e8);
        feed.setRevertsOnMissing(true);
        vm.expectRevert(abi.encodeWithSelector(TestFeed.TestFeed_NoRound.selector, uint80(7)));
        feed.getRoundData(7);
    }
}
