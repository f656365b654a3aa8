// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "../../src/clearing/IClearinghouse.sol";
import {ISettlementOracle} from "../../src/oracle/ISettlementOracle.sol";
import {IPortfolioClearinghouse, WrittenLeg} from "../../src/portfolio/IPortfolioClearinghouse.sol";
import {IPortfolioErrors} from "../../src/portfolio/IPortfolioErrors.sol";
import {IRiskBounds, RiskParameters} from "../../src/portfolio/IRiskBounds.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @notice Opening with consent, adding, writing, withdrawing down to the initial margin, buying back, long offset.
contract PortfolioAccountsTest is PortfolioBase {
    uint256 private put;

    function setUp() public override {
        super.setUp();
        put = _pfPut(1800e8);
    }

    function test_CreateSeries_OnceAndOnlyPortfolioSeries() external {
        Series memory terms = _seriesTerms(1800e8, true, usd);
        assertEq(portfolio.createSeries(terms), put, "idempotent");
        assertEq(portfolio.seriesOf(put).strike, 1800e8);
        terms.fullyBacked = true;
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_WrongBacking.selector, true));
        portfolio.createSeries(terms);
        terms.fullyBacked = false;
        vm.expectRevert(IClearinghouse.Clearinghouse_NotFullyBacked.selector);
        house.createSeries(terms);
        terms.strike = 0;
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_StrikeOutOfRange.selector, 0, type(uint96).max)
        );
        portfolio.createSeries(terms);
        terms.strike = 1;
        terms.expiry += 1;
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_ExpiryNotAtEight.selector, terms.expiry));
        portfolio.createSeries(terms);
        terms.settlementAsset = alice;
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_InvalidAssets.selector, address(weth), address(usd), alice
            )
        );
        portfolio.createSeries(terms);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_UnknownSeries.selector, 7));
        portfolio.seriesOf(7);
    }

    function test_CreateSeries_WithoutParameters_Refused() external {
        Series memory terms = _seriesTerms(1800e8, true, usd);
        (terms.underlying, terms.quote) = (terms.quote, terms.underlying);
        vm.expectRevert(
            abi.encodeWithSelector(IRiskBounds.RiskBounds_NoParameters.selector, address(usd), address(weth))
        );
        portfolio.createSeries(terms);
    }

    function test_Open_OnlyTheOwnerItself_AndOnlyTheTermsAgreedTo() external {
        Account memory account = _usd(alice);
        bytes32 terms = bounds.termsOf(account);
        vm.prank(alice);
        portfolio.setAccountOperator(bob, true);
        assertTrue(portfolio.isAccountOperator(alice, bob));
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotOwner.selector, bob, alice));
        vm.prank(bob);
        portfolio.openAccount(account, terms);
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_OtherTerms.selector, terms, bytes32(uint256(1)))
        );
        vm.prank(alice);
        portfolio.openAccount(account, bytes32(uint256(1)));
        assertFalse(portfolio.isOpen(account));
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.AccountOpened(_id(account), alice, _bookId(account), terms);
        vm.prank(alice);
        portfolio.openAccount(account, terms);
        assertTrue(portfolio.isOpen(account));
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_AlreadyOpened.selector, _id(account)));
        vm.prank(alice);
        portfolio.openAccount(account, terms);
    }

    function test_Open_AfterTheExpiry_Refused() external {
        bytes32 terms = bounds.termsOf(_usd(alice));
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        vm.prank(alice);
        portfolio.openAccount(_usd(alice), terms);
    }

    function test_WithoutConsent_NothingIsTakenOrWritten() external {
        Account memory account = _usd(alice);
        bytes memory refusal = abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotOpened.selector, _id(account));
        vm.expectRevert(refusal);
        vm.prank(bob);
        portfolio.depositCollateral(account, 1e6);
        vm.expectRevert(refusal);
        vm.prank(alice);
        portfolio.write(account, _one(put, 1e18), 0, bob);
    }

    function test_Parameters_OfABookThatIsUsed_NeverChange() external {
        bytes32 terms = bounds.termsOf(_usd(alice));
        RiskParameters memory stricter = _parameters();
        stricter.initialDownBps = 6_000;
        stricter.maintenanceDownBps = 6_000;
        bounds.setParameters(address(weth), address(usd), stricter);
        assertEq(bounds.termsOf(_usd(alice)), terms, "the book of the put");
        assertNotEq(bounds.termsOf(_coin(alice)), terms);
        assertEq(uint256(bounds.parametersOf(_usd(alice)).initialDownBps), 3_000);
    }

    function test_Deposit_ByAnyone_BeforeTheExpiry() external {
        _open(_usd(alice), 0);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.CollateralDeposited(_id(_usd(alice)), bob, 5e6);
        vm.prank(bob);
        portfolio.depositCollateral(_usd(alice), 5e6);
        assertEq(portfolio.collateralOf(_usd(alice)), 5e6);
        assertEq(portfolio.totalHeld(address(usd)), 5e6);
        usd.setFeeBps(100);
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_TransferMismatch.selector, address(usd), 100e6, 99e6)
        );
        vm.prank(bob);
        portfolio.depositCollateral(_usd(alice), 100e6);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        vm.prank(bob);
        portfolio.depositCollateral(_usd(alice), 1);
    }

    /// @dev Down 30 %: 1,400, so 400 of loss; the floor is 10 % of 2,000; one unit for the leg.
    function test_Write_AsksForTheInitialMargin_AndFeedsTheFund() external {
        Account memory account = _usd(alice);
        _open(account, 600e6 - 95e6);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_Undercovered.selector, _id(account), 600e6 + 1, 600e6, 2000e8
            )
        );
        vm.prank(alice);
        portfolio.write(account, _one(put, 1e18), 100e6, bob);
        vm.prank(bob);
        portfolio.depositCollateral(account, 1);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.OptionsWritten(_id(account), bob, _one(put, 1e18), 100e6, 5e6, 600e6 + 1, 2000e8);
        vm.prank(alice);
        portfolio.write(account, _one(put, 1e18), 100e6, bob);
        assertEq(portfolio.collateralOf(account), 600e6 + 1);
        assertEq(portfolio.fundOf(account), 5e6, "a twentieth of the premium");
        assertEq(portfolio.balanceOf(bob, put), 1e18);
        assertEq(portfolio.totalSupply(put), portfolio.totalShort(put));
        assertEq(_health(account).initial, 600e6 + 1);
        assertEq(_health(account).maintenance, 200e6 + 100e6 + 1);
        assertEq(_health(account).spot, 2000e8);
    }

    function test_Write_NothingOrDust_Refused() external {
        _open(_usd(alice), 1000e6);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_ZeroSize.selector, 0));
        vm.prank(alice);
        portfolio.write(_usd(alice), new WrittenLeg[](0), 0, bob);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_ZeroSize.selector, put));
        _sell(_usd(alice), put, 0, bob);
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_ShortTooSmall.selector, put, 0.01e18 - 1, 0.01e18)
        );
        _sell(_usd(alice), put, 0.01e18 - 1, bob);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_InvalidReceiver.selector, address(portfolio)));
        _sell(_usd(alice), put, 1e18, address(portfolio));
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_UnknownSeries.selector, 9));
        _sell(_usd(alice), 9, 1e18, bob);
        uint256 other = _pfCoinCall(2200e8);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_OtherBook.selector, other, _id(_usd(alice))));
        _sell(_usd(alice), other, 1e18, bob);
    }

    function test_Write_ByOthers_Refused_ByOperators_Allowed() external {
        _open(_usd(alice), 1000e6);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotAuthorised.selector, bob, alice));
        vm.prank(bob);
        portfolio.write(_usd(alice), _one(put, 1e18), 0, bob);
        vm.prank(alice);
        portfolio.setAccountOperator(bob, true);
        vm.prank(bob);
        portfolio.write(_usd(alice), _one(put, 1e18), 20e6, bob);
        assertEq(_pfSize(_usd(alice), put), -1e18);
    }

    function test_Write_NineSeries_Refused() external {
        _open(_usd(alice), 100_000e6);
        for (uint256 i; i < 8; ++i) {
            _sell(_usd(alice), _pfPut(1000e8 + i * 1e8), 1e18, bob);
        }
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_TooManyLegs.selector, _id(_usd(alice)), 8));
        _sell(_usd(alice), put, 1e18, bob);
    }

    function test_Write_WithAStalePrice_Refused_ButCollateralCanBeAdded() external {
        _open(_usd(alice), 1000e6);
        vm.warp(START + 4 hours);
        vm.expectPartialRevert(ISettlementOracle.SettlementOracle_StaleSpot.selector);
        _sell(_usd(alice), put, 1e18, bob);
        vm.prank(bob);
        portfolio.depositCollateral(_usd(alice), 1);
    }

    function test_Withdraw_OnlyDownToTheInitialMargin() external {
        Account memory account = _usd(alice);
        _open(account, 1000e6);
        _sell(account, put, 1e18, bob);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_Undercovered.selector, _id(account), 600e6 + 1, 600e6, 2000e8
            )
        );
        _withdraw(account, 400e6);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.CollateralWithdrawn(_id(account), carol, 400e6 - 1, 600e6 + 1, 2000e8);
        _withdraw(account, 400e6 - 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IPortfolioErrors.Portfolio_InsufficientCollateral.selector, _id(account), 600e6 + 2, 600e6 + 1
            )
        );
        _withdraw(account, 600e6 + 2);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_NotAuthorised.selector, bob, alice));
        vm.prank(bob);
        portfolio.withdrawCollateral(account, 1, bob);
    }

    function test_Withdraw_AllOfAnAccountWithoutLegs_AlsoAfterTheExpiry() external {
        _open(_usd(alice), 10e6);
        vm.warp(EXPIRY + 5 days);
        _withdraw(_usd(alice), 10e6);
        assertEq(portfolio.totalHeld(address(usd)), 0);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_InvalidReceiver.selector, address(portfolio)));
        vm.prank(alice);
        portfolio.withdrawCollateral(_usd(alice), 0, address(portfolio));
    }

    function test_Withdraw_AfterTheExpiry_WithLegs_WaitsForTheSettlement() external {
        _open(_usd(alice), 2000e6);
        _sell(_usd(alice), put, 1e18, bob);
        vm.warp(EXPIRY);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_Expired.selector, EXPIRY));
        _withdraw(_usd(alice), 1);
    }

    function test_Burn_CancelsLongAndShort_AndFreesCollateral() external {
        Account memory account = _usd(alice);
        _open(account, 1200e6 + 1);
        _sell(account, put, 2e18, alice);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_InsufficientShort.selector, put, 3e18, 2e18));
        _burn(account, 3e18);
        vm.expectRevert(
            abi.encodeWithSelector(IPortfolioErrors.Portfolio_ShortTooSmall.selector, put, 0.005e18, 0.01e18)
        );
        _burn(account, 1.995e18);
        vm.expectEmit(address(portfolio));
        emit IPortfolioClearinghouse.OptionsBurned(_id(account), put, 1e18);
        _burn(account, 1e18);
        assertEq(_health(account).initial, 600e6 + 1);
        assertEq(portfolio.totalSupply(put), 1e18);
        assertEq(portfolio.totalShort(put), 1e18);
        _burn(account, 1e18);
        assertEq(_health(account).initial, 0);
        _withdraw(account, 1200e6 + 1);
        assertEq(portfolio.totalHeld(address(usd)), 0);
    }

    /// @dev A fully backed long put at 1,700 leaves a loss of 100 below it: within the range and at every price, so full mode's 100 is all that is asked.
    function test_LongOffset_ReducesTheRequirementToTheWorstCase() external {
        Account memory account = _usd(alice);
        _open(account, 600e6 + 1);
        _sell(account, put, 1e18, bob);
        uint256 wing = _put(1700e8);
        _holdLong(account, wing, 1e18);
        assertEq(_health(account).initial, 100e6 + 2);
        assertEq(_health(account).maintenance, 100e6 + 2, "both are the exact worst case");
        _withdraw(account, 500e6 - 1);
        vm.expectPartialRevert(IPortfolioErrors.Portfolio_Undercovered.selector);
        _withdrawWing(account, wing, 1);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_InsufficientLong.selector, wing, 2e18, 1e18));
        _withdrawWing(account, wing, 2e18);
        vm.prank(bob);
        portfolio.depositCollateral(account, 500e6);
        _withdrawWing(account, wing, 1e18);
        assertEq(house.balanceOf(alice, wing), 1e18);
        assertEq(house.balanceOf(address(portfolio), wing), 0);
    }

    function test_LongOffset_OfOtherBooksOrUnbackedOnes_Refused() external {
        _open(_usd(alice), 600e6 + 1);
        uint256 coin = _coinCall(2200e8);
        vm.expectRevert(abi.encodeWithSelector(IPortfolioErrors.Portfolio_OtherBook.selector, coin, _id(_usd(alice))));
        vm.prank(alice);
        portfolio.depositLong(_usd(alice), coin, 1e18);
        vm.expectRevert(abi.encodeWithSelector(IClearinghouse.Clearinghouse_UnknownSeries.selector, put));
        vm.prank(alice);
        portfolio.depositLong(_usd(alice), put, 1e18);
    }

    function test_Contribute_OnlyToABookThatIsUsed() external {
        _contribute(usd, 7e6);
        assertEq(portfolio.fundOf(_usd(bob)), 7e6);
        assertEq(portfolio.fundOf(_coin(bob)), 0);
        vm.expectPartialRevert(IRiskBounds.RiskBounds_UnknownBook.selector);
        portfolio.contribute(_coin(bob), 1);
    }

    function _bookId(Account memory account) private pure returns (bytes32) {
        return keccak256(abi.encode(account.underlying, account.quote, account.settlementAsset, account.expiry));
    }

    function _withdraw(Account memory account, uint256 assets) private {
        vm.prank(account.owner);
        portfolio.withdrawCollateral(account, assets, carol);
    }

    function _withdrawWing(Account memory account, uint256 id, uint256 size) private {
        vm.prank(account.owner);
        portfolio.withdrawLong(account, id, size, account.owner);
    }

    function _burn(Account memory account, uint256 size) private {
        vm.prank(account.owner);
        portfolio.burn(account, put, size);
    }
}
