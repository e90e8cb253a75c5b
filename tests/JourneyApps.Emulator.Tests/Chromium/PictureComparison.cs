using System.Globalization;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>
/// Compares pictures from afar, by the mean colors of squares. Another font, another version of the browser and another id in a text change
/// little in a square; a moved or missing part of the page changes many squares.
/// </summary>
internal static class PictureComparison
{
    private const int Square = 16;
    private const double NoticedInSquare = 0.06;
    private const double MostSquares = 0.12;
    private const double MostInAll = 0.02;

    /// <summary>What differs too much, in one line; empty if nothing does.</summary>
    public static string Differences(Picture expected, Picture found)
    {
        if (expected.Width != found.Width || expected.Height != found.Height)
            return $"The picture has {found.Width} x {found.Height} pixels instead of {expected.Width} x {expected.Height}.";
        var before = expected.Squares(Square);
        var after = found.Squares(Square);
        double sum = 0;
        int noticed = 0;
        for (int x = 0; x < before.GetLength(0); x++)
        {
            for (int y = 0; y < before.GetLength(1); y++)
            {
                double difference = (Math.Abs(before[x, y].Red - after[x, y].Red) + Math.Abs(before[x, y].Green - after[x, y].Green)
                    + Math.Abs(before[x, y].Blue - after[x, y].Blue)) / 3 / 255;
                sum += difference;
                if (difference > NoticedInSquare) noticed++;
            }
        }

        double mean = sum / before.Length;
        double share = (double)noticed / before.Length;
        string figures = string.Create(
            CultureInfo.InvariantCulture, $"mean difference {mean:P2} (at most {MostInAll:P0}), {share:P1} of the squares differ (at most {MostSquares:P0})");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        return mean > MostInAll || share > MostSquares ? figures : "";
    }
}
