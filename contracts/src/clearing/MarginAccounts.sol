// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account, IClearinghouse, Series} from "./IClearinghouse.sol";
import {MarginMath, MarginPosition} from "./MarginMath.sol";
import {SeriesRegistry} from "./SeriesRegistry.sol";
import {ERC6909, ERC6909TokenSupply} from "@openzeppelin/contracts/token/ERC6909/extensions/ERC6909TokenSupply.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

/// @title MarginAccounts
/// @notice State of the margin accounts and the long tokens that stand against them. Specified in Clearinghouse.
///
/// Every change of a position keeps two sums: the shorts of a series equal the supply of its token, and what accounts are long of it equals
/// what this contract holds of it.
abstract contract MarginAccounts is SeriesRegistry, ERC6909TokenSupply {
    uint256 internal constant MAX_SIZE = uint256(uint128(type(int128).max));

    struct AccountLeg {
        uint256 seriesId;
        int128 size;
        uint96 strike;
        bool isPut;
    }

    struct AccountState {
        uint256 collateral;
        uint248 payout;
        bool settled;
        AccountLeg[] legs;
    }

    mapping(bytes32 accountId => AccountState state) internal _accounts;
    mapping(address owner => mapping(address operator => bool approved)) private _operators;
    mapping(uint256 seriesId => uint256 size) private _totalShort;

    /// @inheritdoc IClearinghouse
    function accountIdOf(Account calldata account) public pure returns (bytes32 accountId) {
        return keccak256(abi.encode(account));
    }

    /// @inheritdoc IClearinghouse
    function setAccountOperator(address operator, bool approved) external {
        _operators[msg.sender][operator] = approved;
        emit AccountOperatorSet(msg.sender, operator, approved);
    }

    /// @inheritdoc IClearinghouse
    function isAccountOperator(address owner, address operator) external view returns (bool approved) {
        return _operators[owner][operator];
    }

    /// @inheritdoc IClearinghouse
    function collateralOf(Account calldata account) external view returns (uint256 assets) {
        return _accounts[accountIdOf(account)].collateral;
    }

    /// @inheritdoc IClearinghouse
    function positionsOf(Account calldata account)
        external
        view
        returns (uint256[] memory seriesIds, int256[] memory sizes)
    {
        AccountLeg[] storage legs = _accounts[accountIdOf(account)].legs;
        seriesIds = new uint256[](legs.length);
        sizes = new int256[](legs.length);
        for (uint256 i; i < legs.length; ++i) {
            seriesIds[i] = legs[i].seriesId;
            sizes[i] = legs[i].size;
        }
    }

    /// @inheritdoc IClearinghouse
    function requiredCollateral(Account calldata account) external view returns (uint256 assets) {
        return _requiredCollateralUp(account, accountIdOf(account));
    }

    /// @inheritdoc IClearinghouse
    function totalShort(uint256 seriesId) external view returns (uint256 size) {
        return _totalShort[seriesId];
    }

    function _requireAuthorised(Account calldata account) internal view {
        if (msg.sender != account.owner && !_operators[account.owner][msg.sender]) {
            revert Clearinghouse_NotAuthorised(msg.sender, account.owner);
        }
    }

    function _requireBeforeExpiry(Account calldata account) internal view {
        if (block.timestamp >= account.expiry) revert Clearinghouse_Expired(account.expiry);
    }

    /// @dev What every change of a position asks first.
    function _requireTradable(Account calldata account) internal view {
        _requireAuthorised(account);
        _requireBeforeExpiry(account);
    }

    function _requireReceiver(address receiver) internal view {
        if (receiver == address(this)) revert Clearinghouse_InvalidReceiver(receiver);
    }

    function _requireCovered(Account calldata account, bytes32 accountId) internal view {
        uint256 required = _requiredCollateralUp(account, accountId);
        uint256 collateral = _accounts[accountId].collateral;
        if (collateral < required) revert Clearinghouse_Undercovered(accountId, required, collateral);
    }

    function _requiredCollateralUp(Account calldata account, bytes32 accountId) internal view returns (uint256) {
        MarginPosition[] memory positions = _marginPositions(accountId);
        if (positions.length == 0) return 0;
        return MarginMath.requiredCollateralUp(positions, _unitOf(account.underlying, account.settlementAsset));
    }

    function _marginPositions(bytes32 accountId) internal view returns (MarginPosition[] memory positions) {
        AccountLeg[] storage legs = _accounts[accountId].legs;
        positions = new MarginPosition[](legs.length);
        for (uint256 i; i < positions.length; ++i) {
            AccountLeg memory leg = legs[i];
            positions[i] = MarginPosition(leg.strike, leg.isPut, leg.size);
        }
    }

    /// @dev The account's options of a series, negative when short.
    function _sizeOf(bytes32 accountId, uint256 seriesId) internal view returns (int256 size) {
        AccountLeg[] storage legs = _accounts[accountId].legs;
        uint256 index = _indexOf(legs, seriesId);
        return index == legs.length ? int256(0) : int256(legs[index].size);
    }

    /// @dev Adds a signed number of options of a series of the account's book.
    function _changePosition(Account calldata account, bytes32 accountId, uint256 seriesId, int256 change) internal {
        if (change == 0) revert Clearinghouse_ZeroSize(seriesId);
        AccountLeg[] storage legs = _accounts[accountId].legs;
        uint256 index = _indexOf(legs, seriesId);
        if (index == legs.length) {
            if (index == MarginMath.MAX_LEGS) revert Clearinghouse_TooManyLegs(accountId, MarginMath.MAX_LEGS);
            Series storage series = _seriesOf(seriesId);
            if (!_isOfBook(series, account)) revert Clearinghouse_OtherBook(seriesId, accountId);
            legs.push(AccountLeg(seriesId, 0, uint96(series.strike), series.isPut));
        }
        int256 before = legs[index].size;
        int256 size = before + change;
        if (SignedMath.abs(size) > MAX_SIZE) revert Clearinghouse_SizeOutOfRange(SignedMath.abs(size), MAX_SIZE);
        if (size == 0) _removeLeg(legs, index);
        else legs[index].size = int128(size);
        _changeSums(seriesId, before, size);
    }

    /// @dev Ends a settled account's legs.
    function _closePositions(bytes32 accountId) internal {
        AccountLeg[] storage legs = _accounts[accountId].legs;
        for (uint256 i = legs.length; i != 0; --i) {
            AccountLeg memory leg = legs[i - 1];
            legs.pop();
            _changeSums(leg.seriesId, leg.size, 0);
        }
    }

    /// @dev Long tokens sent here by a holder would be in no account.
    function _update(address from, address to, uint256 seriesId, uint256 size) internal override {
        if (from != address(0)) _requireReceiver(to);
        super._update(from, to, seriesId, size);
    }

    function _changeSums(uint256 seriesId, int256 before, int256 size) private {
        uint256 shortBefore = before < 0 ? uint256(-before) : 0;
        uint256 shortAfter = size < 0 ? uint256(-size) : 0;
        if (shortBefore != shortAfter) _totalShort[seriesId] = _totalShort[seriesId] + shortAfter - shortBefore;
        uint256 longBefore = before > 0 ? uint256(before) : 0;
        uint256 longAfter = size > 0 ? uint256(size) : 0;
        if (longAfter > longBefore) _mint(address(this), seriesId, longAfter - longBefore);
        if (longAfter < longBefore) _burn(address(this), seriesId, longBefore - longAfter);
    }

    function _removeLeg(AccountLeg[] storage legs, uint256 index) private {
        uint256 last = legs.length - 1;
        if (index != last) legs[index] = legs[last];
        legs.pop();
    }

    /// @dev Index of a series among the legs; their number when it is not among them.
    function _indexOf(AccountLeg[] storage legs, uint256 seriesId) private view returns (uint256 index) {
        uint256 count = legs.length;
        while (index < count && legs[index].seriesId != seriesId) ++index;
    }

    function _isOfBook(Series storage series, Account calldata account) private view returns (bool) {
        return series.underlying == account.underlying && series.quote == account.quote
            && series.settlementAsset == account.settlementAsset && series.expiry == account.expiry;
    }
}
