// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backing, ShareMath} from "../../src/vault/ShareMath.sol";
import {BallastTest} from "../base/BallastTest.sol";

contract ShareMathTest is BallastTest {
    uint256 private constant WETH_SCALE = 1;
    uint256 private constant USDC_SCALE = 1e12;

    function test_price_isOneWhenAssetsAreWorthOneAShare() external pure {
        assertEq(ShareMath.priceDown(Backing(5e18, 5e18, WETH_SCALE)), 1e18);
        assertEq(ShareMath.priceUp(Backing(5e18, 5e18, WETH_SCALE)), 1e18);
        assertEq(ShareMath.priceDown(Backing(5e6, 5e18, USDC_SCALE)), 1e18);
        assertEq(ShareMath.priceUp(Backing(1, 1e12, USDC_SCALE)), 1e18);
    }

    function test_price_above_virtualSharesTakeTheirPart() external pure {
        // (2e12 + 1e12) / (1e12 + 1e12)
        assertEq(ShareMath.priceDown(Backing(2e12, 1e12, WETH_SCALE)), 1.5e18);
        assertEq(ShareMath.priceDown(Backing(2, 1e12, USDC_SCALE)), 1.5e18);
        // 3e18 and a millionth over 2e18 and a millionth: 1.49999975000012499993…
        assertEq(ShareMath.priceDown(Backing(3e18, 2e18, WETH_SCALE)), 1_499999750000124999);
        assertEq(ShareMath.priceUp(Backing(3e18, 2e18, WETH_SCALE)), 1_499999750000125000);
    }

    function test_price_below_isAssetsBySupply() external pure {
        assertEq(ShareMath.priceDown(Backing(1e18, 2e18, WETH_SCALE)), 0.5e18);
        assertEq(ShareMath.priceUp(Backing(1e18, 2e18, WETH_SCALE)), 0.5e18);
        assertEq(ShareMath.priceDown(Backing(1e18, 3e18, WETH_SCALE)), 333333333333333333);
        assertEq(ShareMath.priceUp(Backing(1e18, 3e18, WETH_SCALE)), 333333333333333334);
    }

    function test_price_isZeroWithoutAssets() external pure {
        assertEq(ShareMath.priceDown(Backing(0, 1e18, WETH_SCALE)), 0);
        assertEq(ShareMath.priceUp(Backing(0, 1e18, WETH_SCALE)), 0);
        assertEq(ShareMath.priceDown(Backing(1, 1e18 + 1, WETH_SCALE)), 0);
        assertEq(ShareMath.priceDown(Backing(1, 1e18, WETH_SCALE)), 1);
    }

    function test_price_allSharesAreNeverWorthMoreThanTheAssets(uint256 assets, uint256 supply, uint256 kind)
        external
        pure
    {
        Backing memory backing = _backing(assets, supply, kind);
        uint256 down = ShareMath.priceDown(backing);
        assertLe(ShareMath.toAssetsDown(backing.supply, backing.scale, down), backing.assets);
        assertLe(ShareMath.priceUp(backing) - down, 1);
    }

    function test_conversions_haveTheDecimalsOfTheAsset() external pure {
        assertEq(ShareMath.toSharesDown(1e18, 1, 2e18), 0.5e18);
        assertEq(ShareMath.toSharesDown(1e6, 1e12, 2e18), 0.5e18);
        assertEq(ShareMath.toSharesDown(1e8, 1e10, 1e18), 1e18);
        assertEq(ShareMath.toSharesDown(1, 1, 1e18 + 1), 0);
        assertEq(ShareMath.toAssetsDown(1e18, 1, 2e18), 2e18);
        assertEq(ShareMath.toAssetsDown(1e18, 1e12, 2e18), 2e6);
        assertEq(ShareMath.toAssetsDown(1e18 - 1, 1e12, 1e18), 1e6 - 1);
        assertEq(ShareMath.toAssetsDown(1e18, 1e10, 1e18), 1e8);
    }

    function test_conversions_thereAndBackNeverGains(uint256 assets, uint256 supply, uint256 kind, uint256 amount)
        external
        pure
    {
        Backing memory backing = _backing(assets, supply, kind);
        uint256 up = ShareMath.priceUp(backing);
        if (up == 0) return;
        amount = bound(amount, 0, 1e30);
        uint256 shares = ShareMath.toSharesDown(amount, backing.scale, up);
        assertLe(ShareMath.toAssetsDown(shares, backing.scale, ShareMath.priceDown(backing)), amount);
    }

    function test_conversions_executionsNeverLowerThePrice(
        uint256 assets,
        uint256 supply,
        uint256 kind,
        uint256 deposited,
        uint256 redeemed
    ) external pure {
        Backing memory backing = _backing(assets, supply, kind);
        uint256 before = ShareMath.priceDown(backing);
        uint256 up = ShareMath.priceUp(backing);
        if (before == 0) return;
        deposited = bound(deposited, 0, 1e28);
        redeemed = bound(redeemed, 0, backing.supply - 1);
        Backing memory left = Backing(backing.assets, backing.supply - redeemed, backing.scale);
        left.assets -= ShareMath.toAssetsDown(redeemed, backing.scale, before);
        assertGe(ShareMath.priceDown(left), before, "redemption");
        Backing memory joined = Backing(backing.assets + deposited, backing.supply, backing.scale);
        joined.supply += ShareMath.toSharesDown(deposited, backing.scale, up);
        assertGe(ShareMath.priceDown(joined), before, "deposit");
    }

    function test_managementFee_isExact() external pure {
        assertEq(ShareMath.managementFeeDown(1_000e6, 200, 365 days), 20e6);
        assertEq(ShareMath.managementFeeDown(1_000e6, 200, 0), 0);
        assertEq(ShareMath.managementFeeDown(1_000e18, 200, 7 days), 383561643835616438);
        assertEq(ShareMath.managementFeeDown(100, 200, 1_000 * 365 days), 100);
    }

    function test_performanceFee_isOnProfitAboveTheMark() external pure {
        // mark 1: profit 10 of 110, a tenth of it
        assertEq(ShareMath.performanceFeeDown(Backing(110e18, 100e18, 1), 1e18, 1_000), 1e18);
        assertEq(ShareMath.performanceFeeDown(Backing(110e6, 100e18, 1e12), 1e18, 1_000), 1e6);
        assertEq(ShareMath.performanceFeeDown(Backing(100e18, 100e18, 1), 1e18, 1_000), 0);
        assertEq(ShareMath.performanceFeeDown(Backing(99e18, 100e18, 1), 1e18, 1_000), 0);
        // mark 1.1: 100.000001 shares at 1.1 are 110.0000011, of 120.000001
        assertEq(ShareMath.performanceFeeDown(Backing(120e18, 100e18, 1), 1.1e18, 1_000), 0.99999999e18);
        assertEq(ShareMath.performanceFeeDown(Backing(120e18, 100e18, 1), 1.1e18, 0), 0);
    }

    function test_feeShares_areWorthTheFee() external pure {
        // 100 assets, 100 shares, fee 20: 25 shares (and the virtual ones) leave 80 for the hundred
        uint256 shares = ShareMath.feeSharesDown(Backing(100e18, 100e18, 1), 20e18);
        assertEq(shares, 24999999937500000781);
        assertEq(ShareMath.feeSharesDown(Backing(100e18, 100e18, 1), 0), 0);
    }

    function test_feeShares_areNeverWorthMoreThanTheFee(uint256 assets, uint256 supply, uint256 kind, uint256 fee)
        external
        pure
    {
        Backing memory backing = _backing(assets, supply, kind);
        fee = bound(fee, 0, backing.assets / 2);
        uint256 shares = ShareMath.feeSharesDown(backing, fee);
        Backing memory diluted = Backing(backing.assets, backing.supply + shares, backing.scale);
        uint256 price = ShareMath.priceDown(diluted);
        uint256 worth = ShareMath.toAssetsDown(shares, backing.scale, price);
        assertLe(worth, fee);
        if (backing.assets * backing.scale < diluted.supply) return;
        // one share's last digit, and the price's last digit on all of them
        uint256 rounding = (price + shares) / 1e18 / backing.scale + 2;
        assertGe(worth + rounding, fee, "worth the fee, to rounding");
    }

    function _backing(uint256 assets, uint256 supply, uint256 kind) private pure returns (Backing memory) {
        uint256 scale = kind % 3 == 0 ? WETH_SCALE : kind % 3 == 1 ? USDC_SCALE : 1e10;
        return Backing(bound(assets, 0, 1e28) / scale, bound(supply, 1, 1e28), scale);
    }
}
