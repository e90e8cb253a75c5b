using System.Text;
using JourneyApps.Webhooks;

namespace JourneyApps.Runtime.Tests.Webhooks;

public class WebhookSigningTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("what do ya want for nothing?");

    // RFC 4231, test case 2.
    private const string Signature = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    [Fact]
    public void A_body_is_signed_as_the_standard_says() => Assert.Equal(Signature, WebhookReader.Sign(Body, "Jefe"));

    [Fact]
    public void One_of_several_secrets_is_enough_in_either_case_of_digits()
    {
        Assert.True(WebhookReader.IsSigned(Body, Signature, [Key("old"), Key("Jefe")]));
        Assert.True(WebhookReader.IsSigned(Body, Signature.ToUpperInvariant(), [Key("Jefe"), Key("old")]));
        Assert.False(WebhookReader.IsSigned(Body, Signature, [Key("old")]));
        Assert.False(WebhookReader.IsSigned(Body, Signature, []));
    }

    [Fact]
    public void Every_changed_digit_spoils_the_signature()
    {
        for (int i = 0; i < Signature.Length; i++)
        {
            string changed = Signature[..i] + (Signature[i] == '0' ? '1' : '0') + Signature[(i + 1)..];
            Assert.False(WebhookReader.IsSigned(Body, changed, [Key("Jefe")]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData(Signature + "00")]
    [InlineData(" " + Signature)]
    [InlineData("zbdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("５bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void What_is_not_64_digits_is_no_signature(string? text) => Assert.False(WebhookReader.IsSigned(Body, text, [Key("Jefe")]));

    [Fact]
    public void A_signature_that_cannot_be_read_never_equals_a_hash_of_zeros()
        => Assert.False(WebhookReader.IsSigned(Body, new string('0', 64), [Key("Jefe")]));

    private static byte[] Key(string secret) => Encoding.UTF8.GetBytes(secret);
}
