// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {WETH9} from "../../dev/WETH9.sol";
import {Allocation, Permit, Redemption} from "../../src/router/IStrategyRouter.sol";
import {IWrappedEther} from "../../src/router/IWrappedEther.sol";
import {StrategyRouter} from "../../src/router/StrategyRouter.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {TestToken} from "../base/TestToken.sol";
import {TestAsyncVault} from "./TestAsyncVault.sol";

/// @dev A router, a dollar token with permit, wrapped ether, and vaults that count requests.
abstract contract StrategyRouterBase is BallastTest {
    StrategyRouter internal router;
    TestToken internal usd;
    WETH9 internal weth;
    TestAsyncVault internal first;
    TestAsyncVault internal second;
    TestAsyncVault internal third;
    TestAsyncVault internal wethVault;
    address internal alice;
    uint256 internal aliceKey;
    address internal bob;

    function setUp() public virtual {
        vm.warp(START);
        usd = new TestToken("Dollar", "USD", 6);
        weth = new WETH9();
        router = new StrategyRouter(IWrappedEther(address(weth)));
        first = new TestAsyncVault(address(usd));
        second = new TestAsyncVault(address(usd));
        third = new TestAsyncVault(address(usd));
        wethVault = new TestAsyncVault(address(weth));
        (alice, aliceKey) = actor("alice");
        bob = named("bob");
        usd.mint(alice, 1_000_000e6);
        vm.deal(alice, 100 ether);
    }

    function weights(uint16 a, uint16 b) internal view returns (Allocation[] memory list) {
        list = new Allocation[](2);
        list[0] = Allocation(address(first), a);
        list[1] = Allocation(address(second), b);
    }

    function weights(uint16 a, uint16 b, uint16 c) internal view returns (Allocation[] memory list) {
        list = new Allocation[](3);
        list[0] = Allocation(address(first), a);
        list[1] = Allocation(address(second), b);
        list[2] = Allocation(address(third), c);
    }

    function only(address vault) internal pure returns (Allocation[] memory list) {
        list = new Allocation[](1);
        list[0] = Allocation(vault, 10_000);
    }

    function noPermit() internal pure returns (Permit memory permit) {
        return permit;
    }

    /// @dev An EIP-2612 permit of alice to the router.
    function alicePermit(TestToken token, uint256 value, uint256 deadline) internal view returns (Permit memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                alice,
                address(router),
                value,
                token.nonces(alice),
                deadline
            )
        );
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", token.DOMAIN_SEPARATOR(), structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(aliceKey, digest);
        return Permit(deadline, v, r, s);
    }

    function redemption(TestAsyncVault vault, uint256 shares, Permit memory permit)
        internal
        pure
        returns (Redemption memory)
    {
        return Redemption(address(vault), shares, permit);
    }

    function assertRouterEmpty() internal view {
        assertEq(usd.balanceOf(address(router)), 0, "router holds dollars");
        assertEq(weth.balanceOf(address(router)), 0, "router holds wrapped ether");
        assertEq(address(router).balance, 0, "router holds ether");
        assertEq(usd.allowance(address(router), address(first)), 0, "router left an allowance");
        assertEq(usd.allowance(address(router), address(second)), 0, "router left an allowance");
        assertEq(weth.allowance(address(router), address(wethVault)), 0, "router left an allowance");
    }
}
