// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyVault} from "../../src/vault/IStrategyVault.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {IERC7540Deposit} from "../../src/vault/standards/IERC7540Deposit.sol";
import {IERC7540Operator} from "../../src/vault/standards/IERC7540Operator.sol";
import {IERC7540Redeem} from "../../src/vault/standards/IERC7540Redeem.sol";
import {IERC7575} from "../../src/vault/standards/IERC7575.sol";
import {IERC7575Share} from "../../src/vault/standards/IERC7575Share.sol";
import {IERC7887Deposit} from "../../src/vault/standards/IERC7887Deposit.sol";
import {IERC7887Redeem} from "../../src/vault/standards/IERC7887Redeem.sol";
import {TestToken} from "../base/TestToken.sol";
import {VaultTest} from "./VaultTest.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

contract ERC7540Test is VaultTest {
    StrategyVault private vault;
    TestToken private asset;

    function setUp() public override {
        super.setUp();
        vault = putVault;
        asset = usdc;
    }

    function test_interfaceIds() external view {
        assertEq(bytes32(type(IERC7540Operator).interfaceId), bytes32(bytes4(0xe3bc4e65)));
        assertEq(bytes32(type(IERC7540Deposit).interfaceId), bytes32(bytes4(0xce3bbe50)));
        assertEq(bytes32(type(IERC7540Redeem).interfaceId), bytes32(bytes4(0x620ee8e4)));
        assertEq(bytes32(type(IERC7575).interfaceId), bytes32(bytes4(0x2f0a18c5)));
        assertEq(bytes32(type(IERC7575Share).interfaceId), bytes32(bytes4(0xf815c03d)));
        assertEq(bytes32(type(IERC7887Deposit).interfaceId), bytes32(bytes4(0x8bf840e3)));
        assertEq(bytes32(type(IERC7887Redeem).interfaceId), bytes32(bytes4(0xe76cffc7)));
        assertEq(bytes32(type(IERC165).interfaceId), bytes32(bytes4(0x01ffc9a7)));
        bytes4[8] memory ids = _ids();
        for (uint256 i; i < ids.length; ++i) {
            assertTrue(vault.supportsInterface(ids[i]));
        }
        assertFalse(vault.supportsInterface(0xffffffff));
    }

    function test_interfaceIds_noOther(bytes4 id) external view {
        bytes4[8] memory ids = _ids();
        bool known;
        for (uint256 i; i < ids.length; ++i) {
            if (ids[i] == id) known = true;
        }
        assertEq(vault.supportsInterface(id), known);
    }

    function test_previews_revertForAll(address caller, uint256 amount) external {
        bytes memory refused = abi.encodeWithSelector(IStrategyVault.StrategyVault_NoPreview.selector);
        vm.startPrank(caller);
        vm.expectRevert(refused);
        vault.previewDeposit(amount);
        vm.expectRevert(refused);
        vault.previewMint(amount);
        vm.expectRevert(refused);
        vault.previewRedeem(amount);
        vm.expectRevert(refused);
        vault.previewWithdraw(amount);
        vm.stopPrank();
    }

    function test_share_isTheVaultItself(address other) external view {
        assertEq(vault.share(), address(vault));
        assertEq(vault.vault(address(asset)), address(vault));
        if (other != address(asset)) assertEq(vault.vault(other), address(0));
        assertEq(vault.asset(), address(asset));
    }

    function test_views_neverRevertForStrangers(uint256 id, address who) external view {
        vault.pendingDepositRequest(id, who);
        vault.claimableDepositRequest(id, who);
        vault.pendingRedeemRequest(id, who);
        vault.claimableRedeemRequest(id, who);
        vault.claimableCancelDepositRequest(id, who);
        vault.claimableCancelRedeemRequest(id, who);
        assertFalse(vault.pendingCancelDepositRequest(id, who));
        assertFalse(vault.pendingCancelRedeemRequest(id, who));
        assertEq(vault.maxDeposit(who) + vault.maxMint(who) + vault.maxRedeem(who) + vault.maxWithdraw(who), 0);
    }

    function test_setOperator() external {
        vm.expectEmit(address(vault));
        emit IERC7540Operator.OperatorSet(alice, bob, true);
        vm.prank(alice);
        assertTrue(vault.setOperator(bob, true));
        assertTrue(vault.isOperator(alice, bob));
        assertFalse(vault.isOperator(bob, alice));
        vm.expectEmit(address(vault));
        emit IERC7540Operator.OperatorSet(alice, bob, false);
        vm.prank(alice);
        assertTrue(vault.setOperator(bob, false));
        assertFalse(vault.isOperator(alice, bob));
    }

    /// @dev Requests of any sizes by several controllers: id 0, aggregated, by controller only, and executed together.
    function test_requests_areAggregatedByController(uint256 a, uint256 b, uint256 c) external {
        a = bound(a, 10e6, 1e15);
        b = bound(b, 10e6, 1e15);
        c = bound(c, 10e6, 1e15);
        assertEq(_requestAs(alice, a), 0);
        assertEq(_requestAs(alice, b), 0);
        assertEq(_requestAs(bob, c), 0);
        assertEq(vault.pendingDepositRequest(0, alice), a + b);
        assertEq(vault.pendingDepositRequest(0, bob), c);
        assertEq(vault.claimableDepositRequest(0, alice) + vault.maxDeposit(alice) + vault.maxMint(alice), 0);
        closeEmpty(vault);
        assertEq(vault.pendingDepositRequest(0, alice) + vault.pendingDepositRequest(0, bob), 0);
        assertEq(vault.claimableDepositRequest(0, alice), a + b);
        assertEq(vault.claimableDepositRequest(0, bob), c);
        assertEq(vault.balanceOf(alice) + vault.balanceOf(bob), 0, "nothing is pushed");
        _requestAs(alice, c);
        assertEq(vault.pendingDepositRequest(0, alice), c, "pending does not include claimable");
        assertEq(vault.claimableDepositRequest(0, alice), a + b, "nor the other way round");
    }

    function test_max_isClaimableAtOnceAndNotOneMore(uint256 assets, uint256 premium) external {
        _liveThrough(bound(assets, 1_000e6, 1e15), bound(premium, 0, 500e6));
        uint256 assetsBefore = asset.balanceOf(address(vault));
        assertEq(vault.maxDeposit(alice), vault.claimableDepositRequest(0, alice));
        assertEq(vault.maxRedeem(bob), vault.claimableRedeemRequest(0, bob));
        uint256 most = vault.maxDeposit(alice);
        uint256 shares = vault.maxMint(alice);
        vm.startPrank(alice);
        vm.expectRevert();
        vault.deposit(most + 1, alice, alice);
        vm.expectRevert();
        vault.mint(shares + 1, alice, alice);
        assertEq(vault.mint(shares, alice, alice), most);
        vm.stopPrank();
        assertEq(asset.balanceOf(address(vault)), assetsBefore, "a claim of shares moves no assets");
        assertEq(vault.balanceOf(alice), shares);
        most = vault.maxWithdraw(bob);
        shares = vault.maxRedeem(bob);
        uint256 wallet = vault.balanceOf(bob);
        uint256 supply = vault.totalSupply();
        vm.startPrank(bob);
        vm.expectRevert();
        vault.withdraw(most + 1, bob, bob);
        vm.expectRevert();
        vault.redeem(shares + 1, bob, bob);
        assertEq(vault.withdraw(most, carol, bob), shares);
        vm.stopPrank();
        assertEq(asset.balanceOf(carol), most);
        assertEq(vault.balanceOf(bob), wallet, "the shares left at the request");
        assertEq(vault.totalSupply(), supply, "and were burned before the claim");
        assertEq(vault.maxWithdraw(bob) + vault.maxRedeem(bob) + vault.maxMint(alice) + vault.maxDeposit(alice), 0);
    }

    function test_requests_ofOneBatchGetOneRate(uint256 a, uint256 b, uint256 premium) external {
        a = bound(a, 10e6, 1e12);
        b = bound(b, 10e6, 1e12);
        enter(vault, carol, 50_000e6);
        open(vault, strikesOf(2_700e8), 0);
        bid(vault, vault.epoch().sizeOffered, bound(premium, 0, 500e6));
        clear(vault);
        request(vault, alice, a);
        request(vault, bob, b);
        settleAt(vault, SPOT);
        uint256 price = vault.depositPrice();
        assertEq(vault.maxMint(alice), a * 1e12 * 1e18 / price);
        assertEq(vault.maxMint(bob), b * 1e12 * 1e18 / price);
        assertEq(vault.convertToShares(a), vault.maxMint(alice));
    }

    function test_convert_roundsDown(uint256 amount, uint256 premium) external {
        _liveThrough(10_000e6, bound(premium, 0, 500e6));
        amount = bound(amount, 0, 1e30);
        uint256 back = vault.convertToAssets(vault.convertToShares(amount));
        assertLe(back, amount);
        assertGe(back + 2 + amount / 1e17, amount);
        assertLe(vault.convertToShares(vault.convertToAssets(amount)), amount);
    }

    function test_operator_mayDoEverythingForTheController() external {
        vm.prank(alice);
        vault.setOperator(bob, true);
        asset.mint(alice, 300e6);
        vm.prank(alice);
        asset.approve(address(vault), 300e6);
        vm.startPrank(bob);
        vault.requestDeposit(100e6, alice, alice);
        vault.cancelDepositRequest(0, alice);
        vault.claimCancelDepositRequest(0, alice, alice);
        vault.requestDeposit(100e6, alice, alice);
        vault.cancelDeposit(alice, alice);
        vault.requestDeposit(100e6, alice, alice);
        vm.stopPrank();
        closeEmpty(vault);
        vm.startPrank(bob);
        vault.deposit(50e6, alice, alice);
        vault.mint(50e18, alice, alice);
        vault.requestRedeem(10e18, alice, alice);
        vault.cancelRedeemRequest(0, alice);
        vault.claimCancelRedeemRequest(0, alice, alice);
        vault.requestRedeem(10e18, alice, alice);
        vault.cancelRedeem(alice, alice);
        vault.requestRedeem(100e18, alice, alice);
        vm.stopPrank();
        closeEmpty(vault);
        vm.startPrank(bob);
        vault.redeem(50e18, alice, alice);
        vault.withdraw(50e6, alice, alice);
        vm.stopPrank();
        assertEq(asset.balanceOf(alice), 300e6);
    }

    /// @dev Alice with a claimable deposit, Bob with a claimable redemption.
    function _liveThrough(uint256 assets, uint256 premium) private {
        enter(vault, bob, 50_000e6);
        open(vault, strikesOf(2_700e8), 0);
        bid(vault, vault.epoch().sizeOffered, premium);
        clear(vault);
        request(vault, alice, assets);
        requestRedeem(vault, bob, 20_000e18);
        settleAt(vault, 2_600e8);
    }

    function _requestAs(address who, uint256 assets) private returns (uint256 requestId) {
        asset.mint(who, assets);
        vm.startPrank(who);
        asset.approve(address(vault), assets);
        requestId = vault.requestDeposit(assets, who, who);
        vm.stopPrank();
    }

    function _ids() private pure returns (bytes4[8] memory) {
        return [bytes4(0x01ffc9a7), 0xe3bc4e65, 0xce3bbe50, 0x620ee8e4, 0x2f0a18c5, 0xf815c03d, 0x8bf840e3, 0xe76cffc7];
    }
}
