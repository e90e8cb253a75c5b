using System.Globalization;
using System.Text;
using JourneyApps.Internal.Features.Deployments;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Runtime.Tests.Json;

public sealed class NumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(12.5, "12.5")]
    [InlineData(-33.913147447, "-33.913147447")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.000000001, "0.000000001")]
    [InlineData(999999.999999999, "999999.999999999")]
    [InlineData(100, "100")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    public void Numbers_are_written_shortest(double value, string expected) => Assert.Equal(expected, Written(value));

    [Fact]
    public void Decimals_of_every_length_come_back_bit_for_bit()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int i = 0; i < 100_000; i++)
        {
            int decimals = random.Next(12);
            double value = Math.Round((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 9)), decimals);
            double neighbour = random.Next(2) == 0 ? value : Math.BitIncrement(value);

            double back = double.Parse(Written(neighbour), CultureInfo.InvariantCulture);

            Assert.True(BitConverter.DoubleToInt64Bits(back) == BitConverter.DoubleToInt64Bits(neighbour), $"seed {seed}: {neighbour:R} was written {Written(neighbour)}");
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("0.1")]
    [InlineData("123456789012345")]
    [InlineData("999999999999999")]
    [InlineData("9999999999999999")]
    [InlineData("-33.913147447989644")]
    [InlineData("0.00000000000001")]
    [InlineData("1e5")]
    [InlineData("1E-7")]
    [InlineData("5e-324")]
    public void Numbers_are_read_as_the_nearest_double(string json) =>
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(double.Parse(json, CultureInfo.InvariantCulture)), BitConverter.DoubleToInt64Bits(Read.Job($"\"cost\":{json}").Cost!.Value));

    [Fact]
    public void Random_decimals_are_read_as_the_nearest_double()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int i = 0; i < 100_000; i++)
        {
            string digits = random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            int point = random.Next(digits.Length);
            string json = (random.Next(2) == 0 ? "-" : "") + (point == 0 ? "0" : digits[..point].TrimStart('0').PadLeft(1, '0')) + "." + digits[point..];

            System.Text.Json.Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
            reader.Read();
            Assert.True(JsonText.TryGetDouble(ref reader, out double value));
            Assert.True(BitConverter.DoubleToInt64Bits(double.Parse(json, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value), $"seed {seed}: {json}");
        }
    }

    private static string Written(double value)
    {
        using JsonOutput output = new();
        output.WriteNumber(value);
        return Encoding.UTF8.GetString(output.Written);
    }
}
