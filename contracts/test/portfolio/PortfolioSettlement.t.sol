// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ClaimTerms, IPortfolioClearinghouse} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {IPortfolioErrors} from "../../src/portfolio/IPortfolioErrors.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @notice Alice and bob are short, carol holds; some cannot pay.
contract PortfolioSettlementTest is PortfolioBase {
    uint256 private put;
    uint256 private low;

    function setUp() public override {
        super.setUp();
        put = _pfPut(1800e8);
        low = _pfPut(1500e8);
        _open(_usd(alice), 2_000e6);
        _open(_usd(bob), 10_000e6);
        _sell(_usd(alice), put, 2e18, carol);
        _sell(_usd(alice), low, 1e18, carol);
        _sell(_usd(bob), put, 1e18, carol);
    }

    function test_Settle_InBatches_ClaimsOpenWithTheLastShort() external {
        _finalPrice(1700e8);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_ClaimsNotOpen.selector, put, 4e18));
        _exercise(put, 1e18);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.AccountSettled(_id(_usd(alice)), alice, 1700e8, 200e6, 0, 0, 1_800e6);
        _settleOne(_usd(alice));
        assertEq(portfolio.claimOf(alice, address(usd)), 1_800e6);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_ClaimsNotOpen.selector, put, 1e18));
        _exercise(put, 1e18);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.BookClosed(_book(), 1700e8, 0, 0);
        _settleOne(_usd(bob));
        Account[] memory again = new Account[](2);
        (again[0], again[1]) = (_usd(alice), _usd(bob));
        _settleAll(again);
        assertEq(portfolio.claimOf(alice, address(usd)), 1_800e6, "only once");
        assertEq(_exercise(put, 3e18), 300e6);
        assertEq(_exercise(low, 1e18), 0);
        _claim(alice, 1_800e6);
        _claim(bob, 9_900e6);
        assertEq(portfolio.totalHeld(address(usd)), 0, "everybody left");
        assertEq(usd.balanceOf(address(portfolio)), 0);
    }

    function test_Settle_BeforeThePrice_OrOfAStranger_Refused() external {
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_PriceNotFinal.selector, address(weth), address(usd), EXPIRY
            )
        );
        _settleOne(_usd(alice));
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotOpened.selector, _id(_usd(carol))));
        _settleOne(_usd(carol));
    }

    /// @dev At 600 alice owes 2 · 1,200 and 900 and has 2,000: 1,300 are missing, split 24 : 9. The fund pays all of it.
    function test_Shortfall_TheFundPays() external {
        _contribute(usd, 2_000e6);
        _finalPrice(600e8);
        _settleOne(_usd(bob));
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.AccountSettled(_id(_usd(alice)), alice, 600e8, 3_300e6, 0, 1_300e6, 0);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.BookClosed(_book(), 600e8, 1_300e6, 1_300e6);
        _settleOne(_usd(alice));
        assertEq(portfolio.fundOf(_usd(alice)), 700e6);
        ClaimTerms memory terms = portfolio.claimTermsOf(put);
        assertTrue(terms.isOpen);
        assertEq(terms.owed, 3_600e6);
        // Of two parts each rounded down one can lose a unit of the fund's payment.
        assertApproxEqAbs(terms.available, 3_600e6, 1);
        assertApproxEqAbs(_exercise(put, 3e18), 3_600e6, 1);
        assertApproxEqAbs(_exercise(low, 1e18), 900e6, 1);
    }

    /// @dev 300 of the 1,300 come from the fund; 1,000 are cut: 24/33 of it from the put at 1,800, 9/33 from the one at 1,500.
    function test_Shortfall_TheFundIsDry_HaircutToTheWei() external {
        _contribute(usd, 300e6);
        _finalPrice(600e8);
        _settleOne(_usd(alice));
        _settleOne(_usd(bob));
        assertEq(portfolio.fundOf(_usd(alice)), 0);
        ClaimTerms memory ofPut = portfolio.claimTermsOf(put);
        ClaimTerms memory ofLow = portfolio.claimTermsOf(low);
        // The last leg's part is rounded down, the first gets the rest: they add up to 1,300e6.
        uint256 missingLow = 354_545_454;
        uint256 missingPut = 945_454_546;
        assertEq(ofPut.owed, 3_600e6);
        assertEq(ofPut.available, 3_600e6 - missingPut + missingPut * 300e6 / 1_300e6);
        assertEq(ofLow.available, 900e6 - missingLow + missingLow * 300e6 / 1_300e6);
        assertEq(_exercise(put, 1e18), uint256(1_200e6) * ofPut.available / 3_600e6, "a third of what is there");
        assertEq(_exercise(put, 2e18), uint256(2_400e6) * ofPut.available / 3_600e6);
        assertEq(_exercise(low, 1e18), ofLow.available);
        _claim(bob, 10_000e6 - 1_200e6);
        assertLe(portfolio.totalHeld(address(usd)), 4, "nothing but roundings stays");
    }

    /// @dev Whose turn it is does not matter: neither the order of settlements nor that of claims changes what anyone gets.
    function test_Shortfall_TheOrderDoesNotMatter() external {
        _contribute(usd, 300e6);
        _finalPrice(600e8);
        uint256 snapshot = vm.snapshotState();
        _settleOne(_usd(alice));
        _settleOne(_usd(bob));
        uint256 first = _exercise(put, 3e18);
        uint256 second = _exercise(low, 1e18);
        vm.revertToState(snapshot);
        _settleOne(_usd(bob));
        _settleOne(_usd(alice));
        assertEq(_exercise(low, 1e18), second);
        assertEq(_exercise(put, 3e18), first);
    }

    /// @dev A shortfall of one book touches neither another book's holders nor a fully backed series.
    function test_Shortfall_ReachesNoOtherBookAndNoFullyBackedSeries() external {
        uint256 backed = _put(1800e8);
        _deposit(_usd(alice), 1_800e6);
        _write(_usd(alice), backed, 1e18, carol);
        uint256 coin = _pfCoinPut(1800e8);
        _open(_coin(bob), 10e18);
        _sell(_coin(bob), coin, 1e18, carol);
        _finalPrice(600e8);
        _settleOne(_usd(alice));
        _settleOne(_usd(bob));
        _settleOne(_coin(bob));
        assertLt(_exercise(put, 1e18), 1_200e6);
        assertEq(_exercise(coin, 1e18), 2e18, "1,200 at 600, in full");
        vm.prank(carol);
        assertEq(house.exercise(backed, 1e18, carol), 1_200e6, "in full");
    }

    /// @dev A fully backed long pays into the account before anything is missing.
    function test_Settle_LongsPayFirst() external {
        uint256 wing = _put(1500e8);
        _holdLong(_usd(alice), wing, 1e18);
        _finalPrice(600e8);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.AccountSettled(_id(_usd(alice)), alice, 600e8, 3_300e6, 900e6, 400e6, 0);
        _settleOne(_usd(alice));
        assertEq(house.balanceOf(address(portfolio), wing), 0);
        assertEq(usd.balanceOf(address(portfolio)), portfolio.totalHeld(address(usd)));
    }

    function test_Claims_MoreThanThereIs_Refused() external {
        _finalPrice(1700e8);
        _settleOne(_usd(alice));
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_InsufficientClaim.selector, alice, address(usd), 1_800e6 + 1, 1_800e6
            )
        );
        _claim(alice, 1_800e6 + 1);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_AccountSettled.selector, _id(_usd(alice))));
        vm.prank(alice);
        portfolio.withdrawCollateral(_usd(alice), 0, alice);
    }

    /// @dev Rounded up for each account and series, down for each claim: a full cover never leaves a shortfall, dust stays.
    function testFuzz_Settle_ConservesMoney(uint256 price, uint256 collateral, uint256 size, uint256 paid) external {
        size = bound(size, 0.01e18, 5e18);
        collateral = bound(collateral, 600e6 * size / 1e18 + 10, 2_000e6 * size / 1e18 + 10);
        price = bound(price, 1, 2500e8);
        paid = bound(paid, 0, 3_000e6);
        Account memory third = _usd(carol);
        _open(third, collateral);
        _sell(third, put, size, bob);
        _contribute(usd, paid);
        _finalPrice(price);
        _settleOne(_usd(alice));
        _settleOne(_usd(bob));
        _settleOne(third);
        ClaimTerms memory ofPut = portfolio.claimTermsOf(put);
        ClaimTerms memory ofLow = portfolio.claimTermsOf(low);
        uint256 reserved = ofPut.available + ofLow.available;
        uint256 claims = portfolio.claimOf(alice, address(usd)) + portfolio.claimOf(bob, address(usd))
            + portfolio.claimOf(carol, address(usd));
        uint256 held = portfolio.totalHeld(address(usd));
        uint256 fund = portfolio.fundOf(third);
        assertLe(reserved + claims + fund, held);
        assertLe(held - reserved - claims - fund, 2, "all of it is somebody's, but for the fund's two roundings");
        if (fund > 0) assertLe(ofPut.owed + ofLow.owed - reserved, 2, "cut although the fund had more");
        uint256 before = held;
        before -= _exercise(put, 3e18) + _exercise(low, 1e18);
        vm.prank(bob);
        before -= portfolio.exercise(put, size, bob);
        assertEq(before, portfolio.totalHeld(address(usd)));
        assertGe(portfolio.totalHeld(address(usd)), claims + fund, "claims stay covered");
    }

    function _exercise(uint256 id, uint256 size) private returns (uint256) {
        vm.prank(carol);
        return portfolio.exercise(id, size, carol);
    }

    function _claim(address owner, uint256 assets) private {
        vm.prank(owner);
        portfolio.withdrawClaim(address(usd), assets, owner);
    }

    function _book() private view returns (bytes32) {
        return keccak256(abi.encode(address(weth), address(usd), address(usd), EXPIRY));
    }
}
