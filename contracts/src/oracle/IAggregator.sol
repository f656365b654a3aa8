// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IAggregator
/// @notice A Chainlink price feed's proxy, as screens and keepers read it. A round's id is its phase in the upper 16 bits and its number in the lower 64.
interface IAggregator {
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    /// @notice Decimals of the answers.
    function decimals() external view returns (uint8);

    /// @notice The pair, as "ETH / USD".
    function description() external view returns (string memory);

    function version() external view returns (uint256);

    /// @notice The phase whose rounds are being added.
    function phaseId() external view returns (uint16);

    /// @notice A round by its id. A missing one reverts or answers zeros.
    function getRoundData(uint80 id)
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);

    /// @notice The newest round.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}
