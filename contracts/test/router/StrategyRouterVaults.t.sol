// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {WETH9} from "../../dev/WETH9.sol";
import {FeedConfig} from "../../src/oracle/ISettlementOracle.sol";
import {IPermitToken} from "../../src/router/IPermitToken.sol";
import {Allocation, Permit, Redemption} from "../../src/router/IStrategyRouter.sol";
import {IWrappedEther} from "../../src/router/IWrappedEther.sol";
import {StrategyRouter} from "../../src/router/StrategyRouter.sol";
import {IStrategyVault, VaultConfig} from "../../src/vault/IStrategyVault.sol";
import {StrategyVault} from "../../src/vault/StrategyVault.sol";
import {VaultTest} from "../vault/VaultTest.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

/// @dev The router before the vaults as they are deployed.
contract StrategyRouterVaultsTest is VaultTest {
    StrategyRouter private router;
    WETH9 private ether9;
    StrategyVault private etherVault;
    address private dana;
    uint256 private danaKey;

    function setUp() public override {
        super.setUp();
        ether9 = new WETH9();
        router = new StrategyRouter(IWrappedEther(address(ether9)));
        oracle.setFeeds(address(ether9), address(usdc), FeedConfig(address(feed), address(0), 1 hours, 365 days));
        etherVault = new StrategyVault(
            VaultConfig(
                "Ballast Ether",
                "bETH",
                address(ether9),
                address(ether9),
                address(usdc),
                address(house),
                address(book),
                address(callPolicy)
            )
        );
        (dana, danaKey) = actor("dana");
        vm.deal(dana, 10 ether);
        usdc.mint(dana, 10_000e6);
    }

    function test_depositEth_isAPendingRequestOfTheController() external {
        vm.prank(dana);
        router.depositEth{value: 3 ether}(address(etherVault), dana);
        vm.snapshotGasLastCall("StrategyRouter", "depositEth");
        assertEq(etherVault.requestsOf(dana).pendingDepositAssets, 3 ether);
        assertEq(ether9.balanceOf(address(router)), 0);
        closeEmpty(etherVault);
        assertEq(claimShares(etherVault, dana), 3e18);
    }

    function test_depositMany_splitsByPermit() external {
        Permit memory permit = _permit(address(usdc), 1_001e6 + 1);
        vm.prank(dana);
        router.depositMany(address(usdc), 1_001e6 + 1, _halves(), dana, permit, true);
        vm.snapshotGasLastCall("StrategyRouter", "depositMany, 2 vaults, permit, stored");
        assertEq(putVault.requestsOf(dana).pendingDepositAssets, 500.5e6);
        assertEq(condorVault.requestsOf(dana).pendingDepositAssets, 500.5e6 + 1);
        assertEq(usdc.balanceOf(address(router)), 0);
        assertEq(router.allocationOf(dana, address(usdc)).length, 2);
    }

    /// @dev Cold, as in a transaction of its own: the figure stands in lib/vault/requestGas.
    function test_depositMany_intoOneVaultByPermit() external {
        Allocation[] memory whole = new Allocation[](1);
        whole[0] = Allocation(address(putVault), 10_000);
        Permit memory permit = _permit(address(usdc), 1_000e6);
        vm.cool(address(router));
        vm.cool(address(usdc));
        vm.cool(address(putVault));
        vm.prank(dana);
        router.depositMany(address(usdc), 1_000e6, whole, dana, permit, false);
        vm.snapshotGasLastCall("StrategyRouter", "depositMany, 1 vault, permit");
        assertEq(putVault.requestsOf(dana).pendingDepositAssets, 1_000e6);
    }

    function test_depositMany_failsAsAWholeBelowAMinimum() external {
        vm.startPrank(dana);
        usdc.approve(address(router), 1_000e6);
        Allocation[] memory list = _halves();
        (list[0].weightBps, list[1].weightBps) = (99, 9_901);
        vm.expectRevert(abi.encodeWithSelector(IStrategyVault.StrategyVault_BelowMinimum.selector, 9.9e6, 10e6));
        router.depositMany(address(usdc), 1_000e6, list, dana, Permit(0, 0, 0, 0), false);
    }

    function test_redeemMany_fromBothByTwoPermits() external {
        vm.startPrank(dana);
        usdc.approve(address(router), 1_000e6);
        router.depositMany(address(usdc), 1_000e6, _halves(), dana, Permit(0, 0, 0, 0), false);
        vm.stopPrank();
        closeEmpty(putVault);
        condorVault.closeEmptyEpoch();
        uint256 puts = claimShares(putVault, dana);
        uint256 condors = claimShares(condorVault, dana);
        assertEq(puts, 500e18);
        Redemption[] memory list = new Redemption[](2);
        list[0] = Redemption(address(putVault), puts, _permit(address(putVault), puts));
        list[1] = Redemption(address(condorVault), condors, _permit(address(condorVault), condors));
        vm.prank(dana);
        router.redeemMany(list, dana);
        vm.snapshotGasLastCall("StrategyRouter", "redeemMany, 2 vaults, permits");
        assertEq(putVault.balanceOf(dana), 0);
        assertEq(putVault.requestsOf(dana).pendingRedeemShares, puts);
        assertEq(condorVault.requestsOf(dana).pendingRedeemShares, condors);
        closeEmpty(putVault);
        condorVault.closeEmptyEpoch();
        assertEq(claimAssets(putVault, dana), 500e6);
        assertEq(claimAssets(condorVault, dana), 500e6);
        assertEq(usdc.balanceOf(dana), 10_000e6);
    }

    function test_redeemMany_withoutPermitOrAllowanceReverts() external {
        enter(putVault, dana, 500e6);
        Redemption[] memory list = new Redemption[](1);
        list[0] = Redemption(address(putVault), 1e18, Permit(0, 0, 0, 0));
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        vm.prank(dana);
        router.redeemMany(list, dana);
    }

    function test_redeemMany_nobodyElsesSharesEvenWithAnAllowance() external {
        enter(putVault, dana, 500e6);
        vm.prank(dana);
        putVault.approve(address(router), type(uint256).max);
        Redemption[] memory list = new Redemption[](1);
        list[0] = Redemption(address(putVault), 1e18, Permit(0, 0, 0, 0));
        vm.expectRevert(ERC20.InsufficientAllowance.selector);
        vm.prank(mallory);
        router.redeemMany(list, mallory);
        assertEq(putVault.balanceOf(dana), 500e18);
    }

    function test_pausedVaultStopsDepositsOnly() external {
        vm.prank(guardian);
        putVault.pauseDeposits();
        vm.startPrank(dana);
        usdc.approve(address(router), 1_000e6);
        vm.expectRevert(IStrategyVault.StrategyVault_DepositsPaused.selector);
        router.depositMany(address(usdc), 1_000e6, _halves(), dana, Permit(0, 0, 0, 0), false);
    }

    function _halves() private view returns (Allocation[] memory list) {
        list = new Allocation[](2);
        list[0] = Allocation(address(putVault), 5_000);
        list[1] = Allocation(address(condorVault), 5_000);
    }

    function _permit(address token, uint256 value) private view returns (Permit memory) {
        bytes32 structHash = keccak256(
            abi.encode(
                keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"),
                dana,
                address(router),
                value,
                IPermitToken(token).nonces(dana),
                block.timestamp + 1200
            )
        );
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", IPermitToken(token).DOMAIN_SEPARATOR(), structHash));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(danaKey, digest);
        return Permit(block.timestamp + 1200, v, r, s);
    }
}
