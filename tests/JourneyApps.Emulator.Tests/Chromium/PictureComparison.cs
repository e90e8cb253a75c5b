using System.Globalization;

namespace JourneyApps.Emulator.Tests.Chromium;

/// <summary>
/// Compares pictures by the mean colors of squares. With the fonts of the accepted pictures, two runs show the same (measured: no square differs
/// by 2 %), except for times and assigned ids in the oplog (0.13 % in the mean, one square in a thousand). With other fonts, every text differs,
/// and only large parts of the page that moved or are missing can be told from that.
/// </summary>
/// <param name="MostInAll">The largest mean difference.</param>
/// <param name="NoticedInSquare">The difference from which on a square counts.</param>
/// <param name="MostSquares">The largest share of such squares.</param>
internal sealed record PictureComparison(double MostInAll, double NoticedInSquare, double MostSquares)
{
    private const int Square = 16;

    /// <summary>For pictures with the same fonts: no square may differ.</summary>
    public static PictureComparison SameFonts { get; } = new(0.003, 0.02, 0);

    /// <summary>For pictures with the same fonts that show times.</summary>
    public static PictureComparison Times { get; } = new(0.004, 0.06, 0.005);

    /// <summary>For pictures with other fonts.</summary>
    public static PictureComparison OtherFonts { get; } = new(0.02, 0.06, 0.12);

    /// <summary>What differs too much, in one line; empty if nothing does.</summary>
    public string Differences(Picture expected, Picture found)
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
            CultureInfo.InvariantCulture, $"mean difference {mean:P2} (at most {MostInAll:P1}), {share:P1} of the squares differ (at most {MostSquares:P1})");
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        return mean > MostInAll || share > MostSquares ? figures : "";
    }
}
